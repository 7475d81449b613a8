import { migrate, openSqlite } from '@yihu/sql';
import fc from 'fast-check';
import { StoreError } from '../errors';
import type { Decision, StreamAppend } from '../event-store';
import { createEmbeddedStore } from './embedded-store';
import { eventMigrations } from './schema';

/** The streams as lists of event ids: all that decides about an append. */
type Model = Map<string, readonly string[]>;

const ids = Array.from({ length: 8 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const runs = process.env['YIHU_LONG'] ? 2000 : 200;

const streamNumbers = fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 });
const oneAppend = fc.record({ expectedRevision: fc.integer({ min: -1, max: 2 }) });
const decisions = fc
  .tuple(
    streamNumbers,
    fc.array(oneAppend, { minLength: 3, maxLength: 3 }),
    fc.shuffledSubarray(ids, { minLength: 6 }),
  )
  .map(([streams, appends, shuffled]): Decision => {
    // Few streams and few ids, so that conflicts, repeats and known ids are as likely as success.
    const [subject, take, give] = streams.map((stream, index): StreamAppend => {
      const events = shuffled.slice(index * 2, index * 2 + 1 + (stream % 2));
      return {
        stream: `case-${stream}`,
        expectedRevision: appends[index]?.expectedRevision ?? -1,
        events: events.map((id) => ({ id, type: 'Modelled', data: {}, metadata: {} })),
      };
    });
    if (subject === undefined) throw new Error('A decision has a subject.');
    return { subject, takes: take ? [take] : [], gives: give ? [give] : [], unchanged: [] };
  });

/** What the contract says about a decision, in the plainest words; stores it when it is to be stored. */
function expectedOutcome(model: Model, { takes, subject, gives }: Decision): string {
  const appends = [...takes, subject, ...gives].map(({ stream, expectedRevision, events }) => {
    const stored = model.get(stream) ?? [];
    const added = events.map((event) => event.id);
    const there = stored.slice(expectedRevision + 1, expectedRevision + 1 + added.length);
    return {
      stream,
      stored,
      added,
      repeated: String(there) === String(added),
      atHead: stored.length - 1 === expectedRevision,
    };
  });
  if (appends.every((append) => append.repeated)) return 'stored';
  if (!appends.every((append) => append.atHead)) return 'revision-conflict';
  const known = [...model.values()].flat();
  if (appends.some((append) => append.added.some((id) => known.includes(id)))) return 'duplicate-event-id';
  for (const { stream, stored, added } of appends) model.set(stream, [...stored, ...added]);
  return 'stored';
}

describe('The embedded store against a plain model', () => {
  it('agrees on every outcome and on what is stored in the end', () => {
    fc.assert(
      fc.property(
        fc.array(decisions, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (history, inOneTransaction) => {
          const database = openSqlite(':memory:');
          migrate(database, eventMigrations);
          const store = createEmbeddedStore(database, { pollIntervalMs: 200 });
          const model: Model = new Map();
          const outcomeOf = (act: () => unknown) => {
            try {
              act();
              return 'stored';
            } catch (error) {
              if (error instanceof StoreError) return error.code;
              throw error;
            }
          };
          const actual = inOneTransaction
            ? store.transact((transaction) =>
                history.map((decision) => outcomeOf(() => transaction.append(decision))),
              )
            : history.map((decision) =>
                outcomeOf(() => store.transact((transaction) => transaction.append(decision))),
              );

          expect(actual).toEqual(history.map((decision) => expectedOutcome(model, decision)));
          store.transact((transaction) => {
            for (const [stream, stored] of model) {
              expect(transaction.read(stream).events.map((event) => event.id)).toEqual(stored);
            }
          });
          void store.close();
        },
      ),
      { numRuns: runs },
    );
  });
});
