import { networkInterfaces } from 'node:os';
import { languageFile } from '@yihu/api-contract';
import type { DemoView } from '@yihu/api-contract';

/** The addresses at which other machines, a phone among them, reach a server; none when it listens to itself alone. */
export function phoneAddresses(url: string, host: string): readonly string[] {
  if (host === '127.0.0.1' || host === 'localhost' || host === '::1') return [];
  const { port } = new URL(url);
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host}:${port}/m`];
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outside = all.filter(({ family, internal }) => family === 'IPv4' && !internal);
  return outside.map(({ address }) => `http://${address}:${port}/m`);
}

interface Announced {
  readonly url: string;
  readonly host: string;
  readonly demo: DemoView;
  /** Of the case to replay: the revision at which it went back. */
  readonly returnedAt: number | undefined;
}

/** What a visitor reads on the terminal: where, as whom, and three places to begin at. */
export function announcement({ url, host, demo, returnedAt }: Announced): string {
  const phones = phoneAddresses(url, host);
  const desk = `${url.replace('0.0.0.0', '127.0.0.1')}/`;
  const { roles } = languageFile('zh-CN');
  const accounts = demo.accounts.map(({ key, name, office, role, surface }) => {
    const start = surface === 'phone' ? 'm' : 'inbox';
    return `  ${key.padEnd(8)} ${wide(roles[role]!, 14)} ${wide(name, 10)} ${wide(office, 26)} ${desk}${start}?as=${key}`;
  });
  return [
    '',
    `一户 · 演示：${demo.districtName}${demo.year}年，${demo.towns} 个镇，${demo.households} 户。人都是编的，时钟从 ${shown(demo.now)} 走起。`,
    '',
    `电脑：${desk}`,
    ...(phones.length > 0
      ? phones.map((address) => `手机：${address}`)
      : ['手机：只有本机能打开；要用手机看，请以 HOST=0.0.0.0 启动']),
    '',
    '账户（演示里任选，不用密码）：',
    ...accounts,
    '',
    '从这里看起：',
    ...linksOf(desk, demo, returnedAt),
    '',
    '按 Ctrl-C 停止；下次接着这次，--fresh 从头开始。',
    '',
  ].join('\n');
}

function linksOf(desk: string, { accounts, stories }: DemoView, returnedAt: number | undefined) {
  const as = (role: string) => accounts.find((account) => account.role === role);
  const returned = stories.find(({ story }) => story.startsWith('returned'));
  const [town, leader, supervisor] = ['town-cadre', 'town-leader', 'supervisor'].map(as);
  const revision = returnedAt === undefined ? '' : `rev=${returnedAt}&`;
  return [
    town && `  审核：${desk}inbox?as=${town.key}`,
    returned &&
      supervisor &&
      `  监督：${desk}cases/${returned.caseId}/history?${revision}as=${supervisor.key}`,
    leader && `  汇总：${desk}towns/${leader.territory}/summary?as=${leader.key}`,
  ].filter((line) => typeof line === 'string');
}

function shown(now: string): string {
  return new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Chinese letters are two columns wide on a terminal. */
function wide(text: string, columns: number): string {
  const width = [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, columns - width));
}
