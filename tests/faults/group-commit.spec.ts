import { rulebook } from '@yihu/domain';
import { caseIdOf } from '@yihu/domain/testing';
import { createEngine, type CommandRequest, type Engine } from '@yihu/engine';
import { OutcomeUnknown, type AtomicEventStore } from '@yihu/event-store';
import { outcomesOf, prepareOffice, townSignature, waitingForTown, type EngineOffice } from './engine-office';

const SIGNATURES = 16;
const PLAN = [152_000, 80_000] as const;

let office: EngineOffice;

beforeEach(async () => {
  office = await prepareOffice(waitingForTown(Array.from({ length: SIGNATURES }, () => PLAN)));
});

afterEach(() => office.close());

async function signatures(engine: Engine): Promise<CommandRequest[]> {
  const requests: CommandRequest[] = [];
  for (let number = 1; number <= SIGNATURES; number += 1) {
    requests.push(await townSignature(engine, caseIdOf(number)));
  }
  return requests;
}

/** The store, but its COMMIT reports a failure: before it landed, or after. */
function failingOnce(store: AtomicEventStore, landed: boolean): AtomicEventStore {
  let hasFailed = false;
  const transact: AtomicEventStore['transact'] = (work) => {
    if (hasFailed) return store.transact(work);
    hasFailed = true;
    if (landed) {
      store.transact(work);
      throw new OutcomeUnknown('COMMIT was not answered');
    }
    return store.transact((transaction) => {
      work(transaction);
      throw new OutcomeUnknown('COMMIT was not answered');
    });
  };
  return Object.create(store, { transact: { value: transact } }) as AtomicEventStore;
}

describe('sixteen signatures of one town (design 7)', () => {
  it('share one commit', async () => {
    const store = office.openStore();
    const engine = createEngine({ store, rulebook });
    const requests = await signatures(engine);
    const before = store.commitCount;
    const { answers } = await outcomesOf(requests.map((request) => engine.execute(request)));
    expect(answers).toHaveLength(SIGNATURES);
    expect(store.commitCount - before).toBe(1);
  });

  it('share one commit when three of them are refused', async () => {
    const store = office.openStore();
    const engine = createEngine({ store, rulebook });
    const requests = (await signatures(engine)).map((request, index) =>
      index % 5 === 0 && index < 15
        ? { ...request, input: { ...(request.input as object), attestation: '' } }
        : request,
    );
    const before = store.commitCount;
    const { answers, refusals } = await outcomesOf(requests.map((request) => engine.execute(request)));
    expect(answers).toHaveLength(SIGNATURES - 3);
    expect(refusals.flat().map((refusal) => refusal.rule)).toEqual(Array(3).fill('attestation-read'));
    expect(store.commitCount - before).toBe(1);
  });

  it.each([
    ['did not land', false],
    ['landed', true],
  ])('are all unknown when COMMIT fails and %s; the same ids settle them', async (_what, landed) => {
    const store = office.openStore();
    const engine = createEngine({ store: failingOnce(store, landed), rulebook });
    const requests = await signatures(engine);
    const failed = await outcomesOf(requests.map((request) => engine.execute(request)));
    expect(failed.errors).toHaveLength(SIGNATURES);
    expect(failed.errors.every((error) => error instanceof OutcomeUnknown)).toBe(true);

    const settled = await outcomesOf(requests.map((request) => engine.execute(request)));
    expect(settled.answers.map((answer) => answer.stage)).toEqual(Array(SIGNATURES).fill('cadre-signed'));
    for (const { stream } of settled.answers) {
      const signed = (await store.read(stream)).events.filter((event) => event.type === 'TownCadreSigned');
      expect(signed).toHaveLength(1);
    }
  });
});
