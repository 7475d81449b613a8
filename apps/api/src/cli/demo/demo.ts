import type { DemoNotes } from '../../session/demo-notes';
import { CannotGoOn } from '../cannot-go-on';
import { readDemoFiles, type DemoFiles } from '../season/demo-files';
import { showProgress } from '../season/progress';
import { emptyDemoFolder, markDemo, readDemoFolder } from './demo-folder';
import { demoFilesFolder, demoOptions, type DemoOptions } from './demo-options';
import { assertPortFree } from './free-port';
import { runningClock } from './running-clock';

/** Seeds the demo where there is none yet, and serves it until it is told to stop. */
export async function demo(argv: readonly string[]): Promise<number> {
  const options = demoOptions(argv);
  const { configuration } = options;
  if (configuration.eventStore.kind === 'server') {
    throw new CannotGoOn('A demo keeps its events in its own folder: start it without EVENT_STORE_URL.');
  }
  await assertPortFree(configuration.port, configuration.host);
  const notes = await preparedDemo(options);
  const clock = await runningClock(configuration.dataDir);
  // What a server is made of takes a second to load: whoever cannot be served is told before.
  const { serveDemo } = await import('./serve-demo.js');
  return serveDemo({ configuration, clock, notes });
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
  const { seedDemo } = await import('./seed.js');
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

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
