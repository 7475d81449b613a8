import { crashDecision } from '../../contract/crash-decision';
import { openEmbeddedStore } from '../open-embedded-store';

/** Appends one numbered decision after the other, says so after each, and never ends by itself. */
async function writeUntilKilled(folder: string, first: number): Promise<void> {
  const store = openEmbeddedStore({ folder });
  for (let number = first; ; number += 1) {
    await store.append(crashDecision(number));
    await new Promise((resolve) => process.send?.(number, resolve));
  }
}

void writeUntilKilled(process.argv[2] ?? '', Number(process.argv[3]));
