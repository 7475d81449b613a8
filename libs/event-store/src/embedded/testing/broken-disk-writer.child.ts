import { crashDecision } from '../../contract/crash-decision';
import type { EventStore } from '../../event-store';
import { openEmbeddedStore } from '../open-embedded-store';

/** How a writer fared whose disk broke under it. */
export interface BrokenDiskResult {
  readonly acknowledged: number;
  readonly failure: unknown;
  readonly failureAfterwards: unknown;
  readonly failed: boolean;
  readonly readable: boolean;
}

async function codeOf(append: Promise<unknown>): Promise<unknown> {
  return append.then(
    () => 'stored',
    (error: { readonly code?: unknown }) => error.code,
  );
}

async function isReadable(store: EventStore): Promise<boolean> {
  return (await store.readAll({ limit: 1 })).length === 1;
}

async function writeUntilTheDiskBreaks(folder: string): Promise<void> {
  const store = openEmbeddedStore({ folder, lock: false });
  let acknowledged = 0;
  let failure = await codeOf(store.append(crashDecision(0)));
  while (failure === 'stored') {
    acknowledged += 1;
    failure = await codeOf(store.append(crashDecision(acknowledged)));
  }
  const failureAfterwards = await codeOf(store.append(crashDecision(acknowledged)));
  const { failed } = store;
  const result: BrokenDiskResult = {
    acknowledged,
    failure,
    failureAfterwards,
    failed,
    readable: await isReadable(store),
  };
  process.send?.(result);
}

void writeUntilTheDiskBreaks(process.argv[2] ?? '');
