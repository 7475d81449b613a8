import type { EventStore } from '@yihu/event-store';
import { compareReadModels, positionReached, type RowDifference } from './compare';
import { openReadModels } from './database';
import { emptyLog, removeDatabase, replaceDatabase } from './database-files';
import { fillReadModels, type Filled } from './fill';
import { createIndexesSql, dropIndexesSql } from './table';
import { allTables } from './tables';

export interface RebuildOptions {
  readonly store: EventStore;
  readonly file: string;
}

/**
 * Fills a fresh file beside the old one and puts it in its place. Nothing may have the old file open: the
 * caller holds the folder's lock.
 */
export async function rebuild({ store, file }: RebuildOptions): Promise<Filled> {
  const fresh = `${file}.rebuild`;
  const filled = await fillFreshFile(store, fresh);
  replaceDatabase(file, fresh);
  return filled;
}

/**
 * Rebuilds up to the place that a file has reached and compares the two row by row. The file is only read. No
 * differences mean that it says what the events say.
 */
export async function checkReadModels({ store, file }: RebuildOptions): Promise<readonly RowDifference[]> {
  const scratch = `${file}.check`;
  try {
    await fillFreshFile(store, scratch, positionReached(file));
    return compareReadModels(file, scratch);
  } finally {
    removeDatabase(scratch);
  }
}

async function fillFreshFile(store: EventStore, file: string, untilPosition?: string): Promise<Filled> {
  removeDatabase(file);
  const readModels = openReadModels({ file });
  try {
    // Until it is put in place the file is worth nothing, so only its end has to be safe on the disk.
    readModels.writer.exec('pragma synchronous = off; pragma cache_size = -65536');
    readModels.writer.exec(allTables.map(dropIndexesSql).join('\n'));
    const filled = await fillReadModels({ store, readModels, untilPosition });
    readModels.writer.exec(allTables.map(createIndexesSql).join('\n'));
    return filled;
  } finally {
    await readModels.close();
    emptyLog(file);
  }
}
