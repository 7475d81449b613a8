import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkZip } from './check-zip';
import { COLUMNS_MAX, ROWS_MAX } from './limits';
import { RosterUnreadable, type RosterProblemCode } from './problem';
import type { Sheet } from './sheet';

const READING_MS_MAX = 20_000;
const HEAP_MIB_MAX = 384;

/** Beside this file in the sources, and beside the bundle that is built from them. */
const WORKER = join(__dirname, 'xlsx-worker.mjs');

/** The sheets of a workbook that can be seen, in their order. Throws `RosterUnreadable`. */
export async function readXlsx(bytes: Buffer): Promise<readonly Sheet[]> {
  await checkZip(bytes);
  const sheets = await readInWorker(bytes);
  for (const { refused, row } of sheets) {
    if (refused) throw new RosterUnreadable(refused, limitOf(refused), row);
  }
  return sheets;
}

interface ReadSheet extends Sheet {
  readonly refused?: RosterProblemCode;
  readonly row?: number;
}

function readInWorker(bytes: Buffer): Promise<readonly ReadSheet[]> {
  const worker = new Worker(WORKER, {
    workerData: { bytes: new Uint8Array(bytes), rowsMax: ROWS_MAX, columnsMax: COLUMNS_MAX },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB_MAX },
  });
  return new Promise((resolve, reject) => {
    const refuse = (code: RosterProblemCode) => {
      clearTimeout(timeout);
      reject(new RosterUnreadable(code));
      void worker.terminate();
    };
    const timeout = setTimeout(() => refuse('workbook-too-slow'), READING_MS_MAX);
    worker.once('message', (sheets: readonly ReadSheet[]) => {
      clearTimeout(timeout);
      resolve(sheets);
    });
    worker.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'workbook-too-large' : 'workbook-damaged'),
    );
    worker.once('exit', () => refuse('workbook-damaged'));
  });
}

function limitOf(code: RosterProblemCode): { readonly limit: number } {
  return { limit: code === 'too-many-rows' ? ROWS_MAX : COLUMNS_MAX };
}
