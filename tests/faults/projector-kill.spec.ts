import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook, type LedgerState } from '@yihu/domain';
import { leg, LEDGER, openOffice, type Desk } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import { openEmbeddedStore, type EventStore } from '@yihu/event-store';
import { createServerPlace } from '@yihu/event-store/testing';
import { checkReadModels, createProjector, findTownLedger, openReadModels } from '@yihu/read-models';
import { startChild } from '@yihu/sql/testing';
import { replay } from './replay';

const KILLS = process.env['YIHU_LONG'] ? 50 : 4;

/** A store, how another process opens it, and how it ends. */
interface Place {
  readonly store: EventStore;
  readonly name: string;
  close(): Promise<void>;
}

const places: Readonly<Record<string, (folder: string) => Promise<Place>>> = {
  embedded: (folder) => {
    const store = openEmbeddedStore({ folder, lock: false });
    return Promise.resolve({ store, name: folder, close: () => store.close() });
  },
  EventStoreDB: async () => {
    const place = await createServerPlace();
    const store = await place.open();
    const close = async () => {
      await store.close();
      await place.remove();
    };
    return { store, name: place.server.url, close };
  },
};

/** Enough signatures and withdrawals for two pages before each kill. */
function busyOffice(): Desk {
  const households = Math.ceil(KILLS / 2);
  const desk = openOffice({ households });
  for (let number = 1; number <= households; number += 1) leg.toCadreSigned(desk, number);
  return desk;
}

describe.each(Object.keys(places))(
  'EVT-05 a projector that dies between its rows and its checkpoint: %s',
  (kind) => {
    let folder: string;
    let place: Place;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'yihu-dying-'));
      place = await places[kind]!(folder);
    });
    afterEach(async () => {
      await place.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it(`passes no event and counts none twice, ${KILLS} times`, async () => {
      const { store } = place;
      const file = join(folder, 'read-models.db');
      const engine = createEngine({ store, rulebook });
      const desk = busyOffice();
      for (let kills = 0; kills < KILLS; kills += 1) {
        const child = startChild(join(__dirname, 'dying-projector.child.ts'), [place.name, file]);
        const died = once(child, 'exit') as Promise<[number | null, string | null]>;
        let isDead = false;
        void died.then(() => (isDead = true));
        while (!isDead) {
          const next = desk.done.splice(0, 1);
          // With no command left there would be no page to die on.
          expect(next).toHaveLength(1);
          const seen = once(child, 'message');
          await replay(engine, { done: next });
          await Promise.race([seen, died]);
        }
        expect(await died).toEqual([null, 'SIGKILL']);
      }

      await replay(engine, desk);
      const readModels = openReadModels({ file });
      const projector = createProjector({ store, readModels });
      try {
        await projector.start();
        expect(projector.stats()).toMatchObject({ state: 'catching-up', eventCount: 0 });
        await projector.caughtUp();
        const { state, eventCount } = projector.stats();
        expect([state, eventCount > 0]).toEqual(['live', true]);
        const { reserved, allottedFen } = (await engine.load(`ledger-${LEDGER}`)).data as LedgerState;
        const reservedFen = reserved.subsidyFen + reserved.rewardFen;
        expect(await findTownLedger(readModels.database, LEDGER)).toMatchObject({
          reservedFen,
          allottedFen,
        });
      } finally {
        await projector.stop();
        await readModels.close();
      }
      expect(await checkReadModels({ store, file })).toEqual([]);
    }, 240_000);
  },
);
