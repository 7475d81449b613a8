import { rulebook, type CaseState, type LedgerState } from '@yihu/domain';
import { caseIdOf, LEDGER } from '@yihu/domain/testing';
import { CommandAbandoned, createEngine, SubjectChanged, type Engine } from '@yihu/engine';
import { RevisionConflict, type EventStore } from '@yihu/event-store';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import { Refused } from '@yihu/workflow';
import { takingBack, townSignature, waitingForTown } from './engine-office';
import { replay } from './replay';

const ROUNDS = 100;
/** Each time on streams of its own: a fence reads all of them, so that long ones would only take longer. */
const TIMES = Array.from({ length: process.env['YIHU_LONG'] ? 10 : 1 }, (_, index) => index + 1);
/** How many cases want the last of a town's money at once. */
const CROWD = 12;

let place: ServerPlace;
let stores: EventStore[];

beforeEach(async () => {
  place = await createServerPlace();
  stores = [await place.open(), await place.open()];
});

afterEach(async () => {
  for (const store of stores) await store.close();
  await place.remove();
});

const enginesOver = (): readonly [Engine, Engine] => [
  createEngine({ store: stores[0]!, rulebook }),
  createEngine({ store: stores[1]!, rulebook }),
];

const ledgerOf = async (engine: Engine) => (await engine.load(`ledger-${LEDGER}`)).data as LedgerState;

async function reservedFen(engine: Engine): Promise<number> {
  const { reserved } = await ledgerOf(engine);
  return reserved.subsidyFen + reserved.rewardFen;
}

/** What the signed cases come to, counted from the cases themselves. */
async function signedFen(engine: Engine, cases: number): Promise<number> {
  let sumFen = 0;
  for (let number = 1; number <= cases; number += 1) {
    const folded = await engine.load(`case-${caseIdOf(number)}`);
    const plan = (folded.data as CaseState).plans.at(-1)!;
    if (folded.stage === 'cadre-signed') sumFen += plan.subsidyFen + plan.rewardFen;
  }
  return sumFen;
}

const lost = [Refused, RevisionConflict, SubjectChanged, CommandAbandoned];
const hasLost = (reason: unknown) => lost.some((each) => reason instanceof each);

it.each(TIMES)(
  `of two signatures under one case one wins, ${ROUNDS} times, on two processes over one server (F10, %i)`,
  async () => {
    const desk = waitingForTown([[40_000, 20_000]]);
    const engines = enginesOver();
    await replay(engines[0], desk);
    for (let round = 0; round < ROUNDS; round += 1) {
      const requests = await Promise.all(engines.map((engine) => townSignature(engine, caseIdOf(1))));
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      const settled = await Promise.allSettled(
        order.map((index) => engines[index]!.execute(requests[index]!)),
      );
      const won = settled.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      for (const each of settled) if (each.status === 'rejected') expect(hasLost(each.reason)).toBe(true);
      const [first] = engines;
      expect(await reservedFen(first)).toBe(60_000);
      expect(await signedFen(first, 1)).toBe(60_000);
      await first.execute(takingBack(caseIdOf(1)));
      expect(await reservedFen(first)).toBe(0);
    }
  },
  300_000,
);

it('a crowd on two processes never reserves more than the quota, and nothing that nobody signed (A4)', async () => {
  // Each wants 5,000.00; the quota is 3,000.00 a household.
  const desk = waitingForTown(Array.from({ length: CROWD }, () => [400_000, 100_000] as const));
  const engines = enginesOver();
  await replay(engines[0], desk);
  const { allottedFen } = await ledgerOf(engines[0]);
  for (let round = 0; round < ROUNDS / 20; round += 1) {
    const cases = Array.from({ length: CROWD }, (_, index) => caseIdOf(index + 1));
    const requests = await Promise.all(cases.map((caseId) => townSignature(engines[0], caseId)));
    const settled = await Promise.allSettled(
      requests.map((request, index) => engines[index % 2]!.execute(request)),
    );
    for (const each of settled) if (each.status === 'rejected') expect(hasLost(each.reason)).toBe(true);
    const takenFen = await reservedFen(engines[1]);
    expect(takenFen).toBeLessThanOrEqual(allottedFen);
    expect(takenFen).toBe(await signedFen(engines[0], CROWD));
    expect(takenFen).toBeGreaterThan(0);
    for (const [index, each] of settled.entries()) {
      if (each.status === 'fulfilled') await engines[0].execute(takingBack(cases[index]!));
    }
    expect(await reservedFen(engines[1])).toBe(0);
  }
}, 300_000);

it('a slow original is refused by the fence of whoever took its decision back (F3)', async () => {
  const desk = waitingForTown([[40_000, 20_000]]);
  const [slow, quick] = enginesOver();
  await replay(slow, desk);
  const request = await townSignature(slow, caseIdOf(1));
  place.server.script.add({ on: 'append', streamPrefix: 'case-', fault: { kind: 'slow', delayMs: 1_000 } });
  const original = slow.execute(request).catch((error: unknown) => error);
  while ((await reservedFen(quick)) === 0);
  const streams = [`ledger-${LEDGER}`, `case-${caseIdOf(1)}`];
  const part = { commandId: request.commandId, subjectStream: streams[1]!, streams };
  await quick.recover(part, request.now);
  expect(await original).toBeInstanceOf(SubjectChanged);
  expect(await reservedFen(quick)).toBe(0);
  for (const engine of [slow, quick]) {
    await expect(engine.execute(request)).rejects.toThrow(CommandAbandoned);
  }
  await quick.execute(await townSignature(quick, caseIdOf(1)));
  expect(await reservedFen(slow)).toBe(60_000);
});
