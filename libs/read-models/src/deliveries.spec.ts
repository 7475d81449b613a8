import fc from 'fast-check';
import type { StoredEvent, SubscriptionMessage } from '@yihu/event-store';
import { compareReadModels } from './compare';
import { listParkedStreams } from './parked-streams';
import { deliveringStore } from './testing/altered-store';
import { caseHistory, CLOSED, FIRST_PAID, SIGNED } from './testing/case-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { propertyRuns } from './testing/properties';
import { record } from './testing/record';
import { fillReadModels } from './fill';
import { removeDatabase } from './database-files';

const CODES = ['HH0001', 'HH0002', 'HH0003'];

/** A delivery problem is looked for with every case of a small store, against a file that was filled in order. */
describe('deliveries that go wrong (F17)', () => {
  let folder: TestFolder;
  let inOrder: string;
  let events: readonly StoredEvent[];

  beforeAll(async () => {
    folder = openTestFolder();
    const histories = CODES.map((code) => caseHistory(code, 't', ...SIGNED, ...FIRST_PAID, ...CLOSED));
    histories[0]!.forEach((_fact, index) => {
      for (const [number, history] of histories.entries())
        record(folder.store, `case-${number}`, history[index]!);
    });
    inOrder = `${folder.file}.in-order`;
    const models = folder.openModels(inOrder);
    await fillReadModels({ store: folder.store, readModels: models });
    await models.close();
    events = await folder.store.readAll({ limit: 999 });
  });
  afterAll(() => folder.close());

  async function deliver(delivered: readonly StoredEvent[]) {
    removeDatabase(folder.file);
    const messages = delivered.map((event): SubscriptionMessage => ({ kind: 'event', event }));
    const followed = await folder.follow(deliveringStore(folder.store, messages));
    return followed;
  }

  it('takes a repeated or an older event once', async () => {
    const anyEvent = fc.nat(events.length - 1);
    const repeats = fc.array(fc.tuple(anyEvent, anyEvent), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(repeats, async (insertions) => {
        const delivered = [...events];
        // An event is repeated somewhere behind its own place.
        for (const [one, other] of insertions) {
          const [early, late] = one < other ? [one, other] : [other, one];
          delivered.splice(delivered.indexOf(events[late]!) + 1, 0, events[early]!);
        }
        const { stop } = await deliver(delivered);
        await stop();
        expect(compareReadModels(inOrder, folder.file)).toEqual([]);
      }),
      propertyRuns(50),
    );
  });

  it('does not depend on how the streams are mixed', async () => {
    const order = fc.array(fc.nat(CODES.length - 1), { minLength: events.length, maxLength: events.length });
    await fc.assert(
      fc.asyncProperty(order, async (streams) => {
        const waiting = CODES.map((_code, number) =>
          events.filter((event) => event.stream === `case-${number}`),
        );
        const mixed = streams.flatMap((number) => waiting[number]!.splice(0, 1));
        const { stop } = await deliver([...mixed, ...waiting.flat()]);
        await stop();
        expect(compareReadModels(inOrder, folder.file)).toEqual([]);
      }),
      propertyRuns(50),
    );
  });

  it('parks a stream with a gap or a wrong order, leaves the others alone, and heals from the store', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...events], { minLength: 1 }), async (shuffled) => {
        const { models, projector, stop } = await deliver(shuffled);
        const parked = await listParkedStreams(models.database);
        for (const number of CODES.keys()) {
          const stream = `case-${number}`;
          const delivered = shuffled
            .filter((event) => event.stream === stream)
            .map((event) => event.revision);
          const isParked = parked.some((each) => each.stream === stream);
          expect([stream, isParked]).toEqual([stream, hasGap(delivered)]);
        }
        const { released, parked: stillParked } = await projector.retryParked();
        expect([released, stillParked]).toEqual([parked.map((each) => each.stream), []]);
        await stop();
        const rest = await folder.follow(
          deliveringStore(
            folder.store,
            events.map((event) => ({ kind: 'event', event })),
          ),
        );
        await rest.stop();
        expect(compareReadModels(inOrder, folder.file)).toEqual([]);
      }),
      propertyRuns(50),
    );
  });
});

/** Whether an event comes before the one that precedes it. */
function hasGap(revisions: readonly number[]): boolean {
  let last = -1;
  for (const revision of revisions) {
    if (revision > last + 1) return true;
    last = Math.max(last, revision);
  }
  return false;
}
