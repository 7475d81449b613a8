import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENDINGS, type Stage } from '@yihu/domain';
import { mayHoldEvents, withStore } from '../../open-store';
import { startServerChild } from './child';
import { readDemoFiles, type DemoFiles } from './demo-files';
import { openOffice } from './http-office';
import { reportInWords, storiesInWords } from './in-words';
import { optionsOf, USAGE, type Options } from './options';
import { playSeason } from './play';
import { showProgress, silent } from './progress';
import { reportSeason, type Played, type Verdict } from './report';
import { seasonOf } from './season-of';
import { readHistory } from './stories/history';
import { tellStories, type StoryTold } from './stories/tell';

/** The data files stand beside the sources, so that an edited file is played at once. */
const DEMO_FOLDER = join('apps', 'api', 'demo', 'yubei-2024');

/** Plays a season, or checks the finished one in the folder. Exit code 0 only when the recount agrees. */
export async function season(argv: readonly string[]): Promise<number> {
  const options = optionsOf(argv);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${USAGE}\n`);
    return 2;
  }
  const files = readDemoFiles(DEMO_FOLDER, options);
  const isPlayed = await hasEvents(options);
  const played = isPlayed ? undefined : await play(files, options);
  const names = new Map(files.towns.map(({ code, name }) => [code, name]));
  const verdict = await reportSeason(options, files.definition.year, names, played);
  const stories = options.stories
    ? await withStore(options.eventStore, async (store) => tellStories(await readHistory(store)))
    : undefined;
  return tell(verdict, stories, options, files);
}

async function play(files: DemoFiles, options: Options): Promise<Played> {
  mkdirSync(options.dataDir, { recursive: true });
  const started = performance.now();
  // A program that reads the JSON line may read standard error too.
  const isWatched = process.stderr.isTTY || !options.json;
  const progress = isWatched ? showProgress(process.stderr) : silent;
  const server = await startServerChild(options.dataDir);
  const office = openOffice(server.url);
  try {
    const told = seasonOf({ files, office, server, progress });
    await playSeason(told);
    const stats = await server.stats();
    return { seconds: (performance.now() - started) / 1000, stats, refusals: told.refusals };
  } finally {
    progress.end();
    office.close();
    await server.stop();
  }
}

async function tell(
  { report, objections }: Verdict,
  stories: readonly StoryTold[] | undefined,
  { json }: Options,
  files: DemoFiles,
): Promise<number> {
  const names = new Map(files.towns.map(({ code, name }) => [code, name]));
  if (json) await print(`${JSON.stringify({ ...report, ...(stories && { stories }) })}\n`);
  else await print(reportInWords(report) + (stories ? storiesInWords(stories, names) : ''));
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
  if (all.length === 0 && !json) await print('从全部事件重新核算：与台账逐项一致，项目已办结\n');
  return all.length === 0 ? 0 : 1;
}

/** A pipe takes a long text piece by piece, and the process must not exit before it has them all. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** A folder that a server was only started on is still empty. */
async function hasEvents({ eventStore }: Options): Promise<boolean> {
  if (!mayHoldEvents(eventStore)) return false;
  return withStore(eventStore, async (store) => (await store.readAll({ limit: 1 })).length > 0);
}
