import type { DemoView } from '@yihu/api-contract';
import type { StoredEvent } from '@yihu/event-store';
import type { LogEntry } from '../../log';
import { startServer, type Server } from '../../server';
import type { DemoNotes } from '../../session/demo-notes';
import { builtWebFolder } from '../built-web-folder';
import { CannotGoOn } from '../cannot-go-on';
import { readDemoFiles, type DemoFiles } from '../season/demo-files';
import { showProgress } from '../season/progress';
import { createStop } from '../stop';
import { announcement } from './announce';
import { emptyDemoFolder, markDemo, readDemoFolder } from './demo-folder';
import { demoFilesFolder, demoOptions, type DemoOptions } from './demo-options';
import { assertPortFree } from './free-port';
import { runningClock } from './running-clock';
import { seedDemo } from './seed';

/** Seeds the demo where there is none yet, and serves it until it is told to stop. */
export async function demo(argv: readonly string[]): Promise<number> {
  const options = demoOptions(argv);
  const { configuration } = options;
  await assertPortFree(configuration.port, configuration.host);
  const notes = await preparedDemo(options);
  const stop = createStop();
  const server = await startServer({
    configuration,
    clock: await runningClock(configuration.dataDir),
    demo: notes,
    webFolder: builtWebFolder(),
    log: logFailures,
    onStoreFailed: () => stop.with(1),
  });
  try {
    process.stdout.write(await announced(server, configuration.host));
    return await stop.told;
  } finally {
    await server.close();
  }
}

/** The notes of the demo in the folder, which is seeded first when it is not whole. */
async function preparedDemo(options: DemoOptions): Promise<DemoNotes> {
  const folder = options.configuration.dataDir;
  const found = readDemoFolder(folder);
  if (found.state === 'whole' && !options.isFresh) {
    assertAsAsked(found.marker, options);
    tell(`接着 ${folder} 里的演示（--fresh 从头开始）`);
    return found.marker.notes;
  }
  if (found.state === 'unfinished') tell(`${folder} 里的演示上次没有生成完，从头生成`);
  if (found.state !== 'empty') emptyDemoFolder(folder);
  return seeded(options);
}

async function seeded(options: DemoOptions): Promise<DemoNotes> {
  const { configuration } = options;
  const folder = configuration.dataDir;
  const files = filesFor(options);
  const size = {
    households: files.towns.reduce((sum, town) => sum + town.households.length, 0),
    towns: files.towns.length,
  };
  tell(`在 ${folder} 生成演示：${size.towns} 个镇，${size.households} 户`);
  markDemo(folder, size);
  const progress = showProgress(process.stderr);
  const notes = await seedDemo({ configuration, files, progress });
  markDemo(folder, { ...size, notes });
  progress.end();
  return notes;
}

/** As much of the demo as is asked for, without the towns that no household is left in. */
function filesFor({ towns = Infinity, households = Infinity }: DemoOptions): DemoFiles {
  const read = (limits: { towns: number; households: number }) => readDemoFiles(demoFilesFolder(), limits);
  const files = read({ towns, households });
  const inhabited = files.towns.filter((town) => town.households.length > 0).length;
  return inhabited === files.towns.length ? files : read({ towns: inhabited, households });
}

function assertAsAsked(is: { households: number; towns: number }, { households, towns }: DemoOptions): void {
  if ((households ?? is.households) === is.households && (towns ?? is.towns) === is.towns) return;
  throw new CannotGoOn(
    `The folder holds a demo of ${is.households} households in ${is.towns} towns: --fresh starts over.`,
  );
}

async function announced(server: Server, host: string): Promise<string> {
  const view = (await (await fetch(`${server.url}/api/demo`)).json()) as DemoView;
  const returned = view.stories.find(({ story }) => story.startsWith('returned'));
  const events = returned ? (await server.store.read(`case-${returned.caseId}`)).events : [];
  const returnedAt = events.find(isReturn)?.revision;
  return announcement({ url: server.url, host, demo: view, returnedAt });
}

function isReturn({ type }: StoredEvent): boolean {
  return type === 'PlanReturned';
}

/** A visitor's terminal shows what went wrong, and not every request. */
function logFailures(entry: LogEntry): void {
  if (entry.event !== 'request' && entry.event !== 'unmasked') tell(JSON.stringify(entry));
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
