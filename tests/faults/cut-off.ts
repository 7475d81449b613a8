import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { createEngine, createSweeper } from '@yihu/engine';
import { StoreUnavailable, type Decision, type EventStore } from '@yihu/event-store';
import { createServerPlace } from '@yihu/event-store/testing';
import { fillReadModels, listOpenDecisions, openReadModels } from '@yihu/read-models';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';

/** A store that can be cut off after so many streams of a decision, as by the end of the process. */
export interface Knife {
  readonly store: EventStore;
  /** How many streams of each decision still land; undefined while the store is whole. */
  after: number | undefined;
  /** Whether it has cut since this was last set to false. */
  hasCut: boolean;
}

export function knifeOver(store: EventStore): Knife {
  const append = async (decision: Decision) => {
    const { takes, subject, gives } = decision;
    const parts = [...takes, subject, ...gives];
    if (knife.after === undefined || parts.length <= knife.after) return store.append(decision);
    for (const part of parts.slice(0, knife.after)) {
      await store.append({ takes: [], subject: part, gives: [], unchanged: [] });
    }
    knife.hasCut = true;
    throw new StoreUnavailable('cut off');
  };
  const knife: Knife = {
    store: Object.create(store, { append: { value: append } }) as EventStore,
    after: undefined,
    hasCut: false,
  };
  return knife;
}

/**
 * Mends what is open, as a process does that starts, and answers how many decisions that were, why some could not be,
 * and what is open still.
 */
export async function mendAll(store: EventStore, file: string, now: string) {
  const readModels = openReadModels({ file });
  try {
    await fillReadModels({ store, readModels });
    const engine = createEngine({ store, rulebook });
    const open = () => listOpenDecisions(readModels.database);
    const recover: Parameters<typeof createSweeper>[0]['recover'] = (part) => engine.recover(part, now);
    const swept = await createSweeper({ open, recover }).sweepAll();
    await fillReadModels({ store, readModels });
    return { ...swept, open: await open() };
  } finally {
    await readModels.close();
  }
}

function dyingAfter(store: EventStore, appendsMax: number): EventStore {
  let appends = 0;
  const append = async (decision: Decision) => {
    appends += 1;
    if (appends > appendsMax) throw new StoreUnavailable('cut off while mending');
    return store.append(decision);
  };
  return Object.create(store, { append: { value: append } }) as EventStore;
}

/** A test server in a folder of its own, and what a process does on it that starts after another ended. */
export async function openCutOffPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-cut-'));
  const place = await createServerPlace();
  const store = await place.open();

  return {
    folder,
    store,
    /** Whoever mends may die after so many appends of its own. */
    mendAll: (now: string, appendsMax = Number.MAX_SAFE_INTEGER) =>
      mendAll(dyingAfter(store, appendsMax), join(folder, 'read-models.db'), now),
    events: () => store.readAll({ limit: 100_000 }),
    recount: async () => recount((await store.readAll({ limit: 100_000 })).map(eventLine)),
    async close() {
      await store.close();
      await place.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type CutOffPlace = Awaited<ReturnType<typeof openCutOffPlace>>;
