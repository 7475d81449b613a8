import { crashDecision } from '../../contract/crash-decision';
import { openEventStoreDb } from '../open-eventstoredb-store';
import { startTestServer } from './test-server';

/** Serves a file and appends one numbered decision after the other to it, says so after each, until it is killed. */
async function writeUntilKilled(file: string, first: number): Promise<void> {
  const server = await startTestServer({ file });
  const store = await openEventStoreDb({ url: server.url });
  for (let number = first; ; number += 1) {
    await store.append(crashDecision(number));
    await new Promise((resolve) => process.send?.(number, resolve));
  }
}

void writeUntilKilled(process.argv[2] ?? '', Number(process.argv[3]));
