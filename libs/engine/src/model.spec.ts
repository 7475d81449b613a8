import { Refused } from '@yihu/workflow';
import fc from 'fast-check';
import type { Engine } from './engine';
import { verifyChain } from './event-chain';
import type { CommandRequest } from './request';
import { createShopModel, type Deed, type Expected } from './testing/shop-model';
import { allEvents, cleanUp, engineOver, newFolder, openShop, openStore, request } from './testing/workbench';

afterEach(cleanUp);

const runs = process.env['YIHU_LONG'] ? 300 : 30;
const roomFen = 30_000;
const vouchers = ['v0', 'v1', 'v2', 'v3', 'v4'];

const voucher = fc.constantFrom(...vouchers);
const actor = fc.constantFrom('wang', 'wang', 'wang', 'wang', 'stranger');

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      command: fc.constantFrom('buy', 'buy', 'return', 'redeem', 'note'),
      voucher,
      actor,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      command: fc.constant('note-price'),
      voucher,
      actor,
      priceFen: fc.integer({ min: 1, max: 20_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      command: fc.constantFrom('open-shop', 'shut-shop'),
      voucher: fc.constant('main'),
      actor,
    }),
  },
);

/** What happens in a run: commands at once, an earlier command once more, or a restart. */
type Happening =
  | { readonly kind: 'commands'; readonly deeds: readonly Deed[]; readonly clockMs: number }
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'restart' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('commands'),
      deeds: fc.array(deed, { minLength: 1, maxLength: 8 }),
      clockMs: fc.integer({ min: 0, max: 86_400_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again'), which: fc.nat(1000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') }) },
);

interface Done {
  readonly request: CommandRequest;
  readonly deed: Deed;
  /** The answer, or `undefined` after a refusal. */
  answer: string | undefined;
}

function requestFor(deed: Deed, clockMs: number): CommandRequest {
  const input = deed.command === 'note-price' ? { priceFen: deed.priceFen } : { text: 'a note' };
  const now = new Date(Date.UTC(2024, 5, 15) + clockMs).toISOString();
  return request(deed.command, deed.voucher, input, { actorId: deed.actor, now });
}

/** Executes one request and asserts that it ends as expected. Answers its answer as text. */
async function executeAs(
  engine: Engine,
  wanted: CommandRequest,
  expected: Expected,
): Promise<string | undefined> {
  try {
    const answer = await engine.execute(wanted);
    expect({ stage: answer.stage, revision: answer.revision }).toEqual(expected);
    return JSON.stringify(answer);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect({ refusedBy: error.refusals.map(({ rule }) => rule) }).toEqual(expected);
    return undefined;
  }
}

async function run(happenings: readonly Happening[]): Promise<void> {
  const folder = newFolder();
  const store = openStore(folder);
  let engine = engineOver(store);
  const model = createShopModel(roomFen, vouchers);
  const done: Done[] = [];
  await openShop(engine, roomFen, vouchers);
  for (const each of happenings) {
    if (each.kind === 'restart') {
      engine = engineOver(store);
      for (const name of ['shop-main', ...vouchers.map((v) => `voucher-${v}`)]) await engine.load(name);
    } else if (each.kind === 'commands') {
      const wanted = each.deeds.map((one) => ({
        deed: one,
        request: requestFor(one, each.clockMs),
        expected: model.apply(one),
      }));
      const answers = await Promise.all(wanted.map((one) => executeAs(engine, one.request, one.expected)));
      wanted.forEach(({ deed: one, request: sent }, index) =>
        done.push({ deed: one, request: sent, answer: answers[index] }),
      );
    } else if (done.length > 0) {
      const earlier = done[each.which % done.length]!;
      if (earlier.answer !== undefined) {
        expect(JSON.stringify(await engine.execute(earlier.request))).toBe(earlier.answer);
      } else {
        earlier.answer = await executeAs(engine, earlier.request, model.apply(earlier.deed));
      }
    }
  }
  expect(model.takenFen).toBeLessThanOrEqual(roomFen);
  const events = await allEvents(store);
  expect(verifyChain(events)).toEqual([]);
  const times = events.map(({ metadata }) => metadata['recordedAt'] as string);
  expect(times).toEqual([...times].sort());
  const fresh = engineOver(store);
  expect((await fresh.load('till-main')).data).toEqual({ roomFen, takenFen: model.takenFen });
  for (const [id, { stage, revision, priceFen }] of model.vouchers) {
    const folded = await fresh.load(`voucher-${id}`);
    expect(folded).toMatchObject({ stage, revision, data: { priceFen } });
    expect(folded).toEqual(await engine.load(`voucher-${id}`));
  }
}

describe('random commands against a plain model', () => {
  it(`end as the model says, ${runs} runs`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), async (happenings) => {
        await run(happenings);
        await cleanUp();
      }),
      { numRuns: runs },
    );
  });
});
