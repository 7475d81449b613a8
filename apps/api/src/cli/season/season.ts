import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languageFile, sayYuan } from '@yihu/api-contract';
import { ENDINGS, type Stage } from '@yihu/domain';
import { openEmbeddedStore } from '@yihu/event-store';
import { startServerChild, type ServerStats } from './child';
import { readDemoFiles, type DemoFiles } from './demo-files';
import { openOffice } from './http-office';
import { playSeason } from './play';
import { showProgress, silent } from './progress';
import { reportSeason, type SeasonReport, type Verdict } from './report';
import { seasonOf } from './season-of';

const USAGE = `yihu season --data-dir <folder> [--towns N] [--households N] [--json]
Plays the demo programme from an empty folder to its end over HTTP, and recounts it from its events.`;

/** The data files stand beside the sources, so that an edited file is played at once. */
const DEMO_FOLDER = join('apps', 'api', 'demo', 'yubei-2024');

interface Options {
  readonly dataDir: string;
  readonly towns: number;
  readonly households: number;
  readonly json: boolean;
}

/** Plays a season, or checks the finished one in the folder. Exit code 0 only when the recount agrees. */
export async function season(argv: readonly string[]): Promise<number> {
  const options = optionsOf(argv);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${USAGE}\n`);
    return 2;
  }
  const files = readDemoFiles(DEMO_FOLDER, options);
  const isPlayed = await hasEvents(options.dataDir);
  const { seconds, stats } = isPlayed ? { seconds: 0, stats: undefined } : await play(files, options);
  const names = new Map(files.towns.map(({ code, name }) => [code, name]));
  const verdict = await reportSeason(options.dataDir, files.definition.year, names, stats, seconds);
  return tell(verdict, options, files);
}

async function play(files: DemoFiles, options: Options): Promise<{ seconds: number; stats: ServerStats }> {
  mkdirSync(options.dataDir, { recursive: true });
  const started = performance.now();
  // A program that reads the JSON line may read standard error too.
  const isWatched = process.stderr.isTTY || !options.json;
  const progress = isWatched ? showProgress(process.stderr) : silent;
  const server = await startServerChild(options.dataDir);
  const office = openOffice(server.url);
  try {
    await playSeason(seasonOf({ files, office, server, progress }));
    const stats = await server.stats();
    return { seconds: (performance.now() - started) / 1000, stats };
  } finally {
    progress.end();
    office.close();
    await server.stop();
  }
}

function tell({ report, objections }: Verdict, { json }: Options, files: DemoFiles): number {
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : inWords(report));
  const open = Object.entries(report.stages).filter(
    ([stage, count]) => count > 0 && !ENDINGS.includes(stage as Stage),
  );
  const expected = files.towns.reduce((sum, { households }) => sum + households.length, 0);
  const all = [
    ...objections,
    ...(report.households === expected
      ? []
      : [`the folder holds a season of ${report.households} households and not of ${expected}`]),
    ...open.map(
      ([stage, count]) => `${count} cases are still ${stage}; an unfinished season needs a new folder`,
    ),
  ];
  for (const objection of all) process.stderr.write(`${objection}\n`);
  if (all.length === 0 && !json) process.stdout.write('从全部事件重新核算：与台账逐项一致\n');
  return all.length === 0 ? 0 : 1;
}

/** A folder that a server was only started on is still empty. */
async function hasEvents(dataDir: string): Promise<boolean> {
  if (!existsSync(join(dataDir, 'events.db'))) return false;
  const store = openEmbeddedStore({ folder: dataDir });
  try {
    return (await store.readAll({ limit: 1 })).length > 0;
  } finally {
    await store.close();
  }
}

function inWords({ households, events, commands, stages, towns, seconds }: SeasonReport): string {
  const words = languageFile('zh-CN').stages;
  const endings = Object.entries(stages).filter(([, count]) => count > 0);
  return [
    `${households} 户，${commands} 条命令，${events} 个事件，${seconds.total} 秒`,
    `结果：${endings.map(([stage, count]) => `${words[stage]} ${count} 户`).join('，')}`,
    ...towns.map(
      ({ name, allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen }) =>
        `${name}：指标 ${sayYuan(allottedFen)}，占用 ${sayYuan(reservedFen)}，第一次拨付 ${sayYuan(paidFirstFen)}，` +
        `第二次拨付 ${sayYuan(paidSecondFen)}，奖励 ${sayYuan(rewardFen)} 元`,
    ),
    '',
  ].join('\n');
}

/** The options, or what is wrong with them. */
function optionsOf(argv: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'data-dir': { type: 'string' },
        towns: { type: 'string', default: '11' },
        households: { type: 'string', default: '1015' },
        json: { type: 'boolean', default: false },
      },
    });
    const towns = Number(values.towns);
    const households = Number(values.households);
    if (!Number.isInteger(towns) || towns < 1) return `--towns ${values.towns} is not a number of towns`;
    if (!Number.isInteger(households) || households < 1)
      return `--households ${values.households} is not a number of households`;
    if (!values['data-dir']) return '--data-dir is missing: the season needs a folder of its own';
    return { dataDir: resolve(values['data-dir']), towns, households, json: values.json };
  } catch (error) {
    return (error as Error).message;
  }
}
