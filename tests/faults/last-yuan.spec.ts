import { rulebook, type LedgerState } from '@yihu/domain';
import { caseIdOf, LEDGER } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import { RevisionConflict, type AtomicEventStore } from '@yihu/event-store';
import { outcomesOf, prepareOffice, takingBack, townSignature, waitingForTown } from './engine-office';

const ROUNDS = process.env['YIHU_LONG'] ? 2000 : 200;

/** Counts the conflicts that the store tells an engine of. */
function counting(store: AtomicEventStore): { readonly store: AtomicEventStore; conflicts: number } {
  const counted = { store, conflicts: 0 };
  const watched: AtomicEventStore = Object.create(store, {
    transact: {
      value: <T>(work: Parameters<AtomicEventStore['transact']>[0]) =>
        store.transact((transaction) =>
          work({
            get lastRecordedAt() {
              return transaction.lastRecordedAt;
            },
            read: (stream, fromRevision) => transaction.read(stream, fromRevision),
            append(decision) {
              try {
                return transaction.append(decision);
              } catch (error) {
                if (error instanceof RevisionConflict) counted.conflicts += 1;
                throw error;
              }
            },
          }),
        ) as T,
    },
  });
  return Object.assign(counted, { store: watched });
}

describe('the last 600 yuan of a town (R18, A4, CON-04)', () => {
  it(`go to one of two cadres in ${ROUNDS} rounds of two engines on one store`, async () => {
    // 12,000.00 allotted, 11,400.00 taken: exactly what either of the first two plans needs is left.
    const desk = waitingForTown([
      [40_000, 20_000],
      [40_000, 20_000],
      [400_000, 200_000],
      [400_000, 140_000],
    ]);
    const office = await prepareOffice(desk);
    const watched = [counting(office.openStore()), counting(office.openStore())];
    const first = createEngine({ store: watched[0]!.store, rulebook });
    for (const number of [3, 4]) await first.execute(await townSignature(first, caseIdOf(number)));

    for (let round = 0; round < ROUNDS; round += 1) {
      // Both know the ledger as it is before the race, and neither hears of the other.
      const engines = watched.map(({ store }) => createEngine({ store, rulebook }));
      for (const engine of engines) await engine.load(`ledger-${LEDGER}`);
      const before = watched.map(({ conflicts }) => conflicts);
      const requests = await Promise.all(
        engines.map((engine, index) => townSignature(engine, caseIdOf(index + 1))),
      );
      // Whoever starts first wins more often, so the two take turns in starting.
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const { answers, refusals, errors } = await outcomesOf(
        order.map((index) => engines[index]!.execute(requests[index]!)),
      );
      expect(errors).toEqual([]);
      expect(answers).toHaveLength(1);
      expect(refusals.flat()).toEqual([
        expect.objectContaining({
          rule: 'quota-room',
          detail: expect.objectContaining({ have: 0, need: 60_000 }),
        }),
      ]);
      expect(watched.map((each, index) => each.conflicts - before[index]!)[order[1]!]).toBe(1);

      const winner = answers[0]!.stream.slice('case-'.length);
      await engines[round % 2]!.execute(takingBack(winner));
    }
    const last = createEngine({ store: office.openStore(), rulebook });
    const ledger = (await last.load(`ledger-${LEDGER}`)).data as LedgerState;
    expect(ledger.allottedFen - ledger.reserved.subsidyFen - ledger.reserved.rewardFen).toBe(60_000);
    await office.close();
  });
});
