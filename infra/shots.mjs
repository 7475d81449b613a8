import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));

const { values } = parseArgs({
  options: {
    /** Where the pictures go. */
    out: { type: 'string', default: join(root, 'dist/shots') },
    /** The address of a demo that runs already; without one a new demo is played for the pictures. */
    url: { type: 'string' },
  },
});

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The picture on the front page of the product. */
const PICTURE = join(root, 'infra/pictures/desk-and-phone.png');

/** Plays a demo in a folder of its own and gives its address. */
function startDemo(folder) {
  const run = join(root, 'infra/run.mjs');
  const child = spawn(process.execPath, [run, 'demo', '--data-dir', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.stdout.on('data', (chunk) => {
      told += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(told);
      if (address) resolve({ url: address[0], child });
    });
    child.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${told}`)));
  });
}

async function get(url, path, token) {
  const reply = await fetch(`${url}${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
  return reply.json();
}

/** The screens, each with the person who looks at it. */
async function screensOf(url) {
  const demo = await get(url, '/api/demo');
  const keyOf = (role) => demo.accounts.find((account) => account.role === role).key;
  const signIn = async (role) => {
    const { staffId } = demo.accounts.find((account) => account.role === role);
    const reply = await fetch(`${url}/api/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ staffId }),
    });
    return (await reply.json()).token;
  };
  const tasks = async (role) => (await get(url, '/api/worklist?limit=200', await signIn(role))).items;
  const firstCase = async (role) => (await tasks(role)).find(({ kind }) => kind === 'case').subjectId;
  const town = demo.accounts.find(({ role }) => role === 'town-leader').territory;
  const [batch] = await get(url, '/api/payments', await signIn('town-finance'));
  const history =
    demo.stories.find(({ accountKey }) => accountKey === keyOf('supervisor')) ?? demo.stories[0];
  return [
    { name: '01-first-visit', path: '/' },
    { name: '02-inbox', path: '/inbox', as: keyOf('town-cadre') },
    { name: '03-case', path: `/cases/${await firstCase('town-cadre')}`, as: keyOf('town-cadre') },
    { name: '04-history', path: `/cases/${history.caseId}/history`, as: keyOf('supervisor') },
    { name: '05-town-summary', path: `/towns/${town}/summary`, as: keyOf('town-leader') },
    { name: '06-district', path: '/district', as: keyOf('bureau') },
    { name: '07-payments', path: '/payments', as: keyOf('town-finance') },
    { name: '07-payment', path: `/payments/${batch.paymentId}`, as: keyOf('town-finance') },
    { name: '08-notices', path: '/notices', as: keyOf('town-cadre') },
    { name: '09-phone-today', path: '/m', as: keyOf('village-cadre') },
    {
      name: '10-phone-case',
      path: `/m/cases/${await firstCase('village-cadre')}`,
      as: keyOf('village-cadre'),
    },
    { name: '11-phone-me', path: '/m/me', as: keyOf('village-cadre') },
  ];
}

async function take(browser, url, { path, as }, viewport, file) {
  const context = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    deviceScaleFactor: viewport === PHONE ? 2 : 1,
  });
  const page = await context.newPage();
  await page.goto(`${url}${path}${as ? `?as=${as}` : ''}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(400);
  const problem = await page
    .locator('[role=alert]')
    .first()
    .textContent({ timeout: 1 })
    .catch(() => undefined);
  if (problem) throw new Error(`${path} says: ${problem}`);
  await page.screenshot({ path: file });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await context.close();
  process.stdout.write(`${file}${overflow > 0 ? `  ${overflow} px too wide` : ''}\n`);
}

/** Desk and phone side by side, for the front page. */
async function compose(browser, desk, phone) {
  const picture = (file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`;
  const page = await browser.newPage({ viewport: { width: 1480, height: 780 } });
  await page.setContent(`<body style="margin:0;padding:20px;display:flex;gap:20px;align-items:flex-start;background:#fff">
    <img src="${picture(desk)}" style="width:1080px;border:1px solid #dde2e9;border-radius:8px">
    <img src="${picture(phone)}" style="width:320px;height:692px;object-fit:cover;object-position:top;border:1px solid #dde2e9;border-radius:16px">
  </body>`);
  mkdirSync(join(root, 'infra/pictures'), { recursive: true });
  await page.screenshot({ path: PICTURE, clip: { x: 0, y: 0, width: 1460, height: 735 } });
  await page.close();
}

const folder = mkdtempSync(join(tmpdir(), 'yihu-shots-'));
const demo = values.url ? { url: values.url } : await startDemo(join(folder, 'demo'));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  mkdirSync(values.out, { recursive: true });
  for (const screen of await screensOf(demo.url)) {
    for (const [size, viewport] of [
      ['1440', DESK],
      ['390', PHONE],
    ]) {
      await take(browser, demo.url, screen, viewport, join(values.out, `${screen.name}-${size}.png`));
    }
  }
  await compose(browser, join(values.out, '02-inbox-1440.png'), join(values.out, '09-phone-today-390.png'));
} finally {
  await browser.close();
  demo.child?.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
