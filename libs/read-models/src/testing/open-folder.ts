import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore, type AtomicEventStore, type EventStore } from '@yihu/event-store';
import { openReadModels, type ReadModels } from '../database';
import { createProjector, type Projector } from '../projector';

/** A temporary folder with a real store, and whatever a test opens over it; all of it goes with `close`. */
export interface TestFolder {
  readonly folder: string;
  readonly store: AtomicEventStore;
  readonly file: string;
  openModels(file?: string): ReadModels;
  /**
   * Opens the read models, follows the store and waits until everything is projected. Whoever followed before
   * is stopped, for a file has one projector.
   */
  follow(store?: EventStore): Promise<Followed>;
  close(): Promise<void>;
}

export interface Followed {
  readonly models: ReadModels;
  readonly projector: Projector;
  readonly errors: readonly unknown[];
  stop(): Promise<void>;
}

export function openTestFolder(): TestFolder {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-read-models-'));
  const store = openEmbeddedStore({ folder, pollIntervalMs: 20 });
  const file = join(folder, 'read-models.db');
  const opened: ReadModels[] = [];
  let stop = async () => {};
  const openModels = (openedFile = file) => {
    const models = openReadModels({ file: openedFile });
    opened.push(models);
    return models;
  };
  return {
    folder,
    store,
    file,
    openModels,
    async follow(followedStore = store) {
      await stop();
      const models = openModels();
      const errors: unknown[] = [];
      const onError = (error: unknown) => errors.push(error);
      const projector = createProjector({ store: followedStore, readModels: models, onError });
      stop = async () => {
        await projector.stop();
        await models.close();
      };
      await projector.start();
      await projector.caughtUp();
      return { models, projector, errors, stop };
    },
    async close() {
      await stop();
      for (const models of opened) await models.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
