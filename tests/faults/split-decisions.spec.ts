import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { acceptanceOf, caseState, leg, ON, openOffice, PLAN, type Desk } from '@yihu/domain/testing';
import { CommandAbandoned, createEngine, createSweeper, type Engine } from '@yihu/engine';
import { StoreUnavailable, type Decision, type EventStore } from '@yihu/event-store';
import { checkReadModels, fillReadModels, listOpenDecisions, openReadModels } from '@yihu/read-models';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';
import { requestOf } from './replay';

/** Every command whose decision has more than one stream, each at least once, to the end of the programme. */
function everyDecision(): Desk {
  const desk = openOffice({ households: 4 });
  desk.do('proposeAccount', 'h1', { by: 'V1', at: ON.standard, input: otherAccount });
  desk.do('designateAccount', 'h1', { by: 'T1', at: ON.standard, input: {} });
  const [paid, overpaid] = [leg.toCadreSigned(desk, 1), leg.toCadreSigned(desk, 2)];
  desk.do('withdrawTownSignature', paid, { by: 'T1', at: ON.town, input: { reason: 'sealed.reason' } });
  leg.signAsTown(desk, paid);
  leg.file(desk, paid, overpaid);
  leg.draw(desk, 1, 'dropped', paid, overpaid);
  desk.do('cancelBatch', 'dropped', { by: 'N1', at: ON.drawn, input: { reason: 'sealed.reason' } });
  leg.pay(desk, 1, 'returned', '22', paid);
  leg.pay(desk, 1, 'p1', '00', paid, overpaid);
  leg.inspect(desk, paid);
  leg.signAcceptance(desk, paid);
  leg.accept(desk, paid, PLAN.rewardFen);
  leg.inspect(desk, overpaid, acceptanceOf(desk, overpaid, { share: 0.25, actualFen: 0 }));
  leg.signAcceptance(desk, overpaid);
  leg.accept(desk, overpaid, 0);
  leg.pay(desk, 2, 'p2', '00', paid);
  const { recoveryId, owedFen: amountFen } = caseState(desk, overpaid).recoveries[0]!;
  const recovery = { recoveryId, amountFen, how: 'transfer', receivedOn: '2024-06-20' };
  desk.do('recordRecovery', overpaid, { by: 'N1', at: ON.resultComplete, input: recovery });
  leg.notice(desk, 'result', ON.result, ON.resultComplete, paid, overpaid);
  leg.photos(desk);
  for (const caseId of [paid, overpaid]) desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
  const declined = { ground: 'declined', reason: 'sealed.reason' };
  desk.do('withdrawCase', leg.open(desk, 3), { by: 'T1', at: ON.closed, input: declined });
  desk.do('withdrawCase', leg.open(desk, 4), { by: 'T1', at: ON.closed, input: declined });
  leg.end(desk);
  return desk;
}

const otherAccount = {
  account: 'sealed.other',
  fingerprint: 'a1-other',
  holder: 'sealed.holder',
  holderRelation: 'head',
  bank: '农商行',
};

const appendsOf = ({ takes, subject, gives }: Decision) => [...takes, subject, ...gives];

/** A store that is cut off after so many streams of a decision, as by the end of the process, while it says so. */
function cutOff(store: EventStore, after: number) {
  const knife = { isOut: true, hasCut: false };
  const append = async (decision: Decision) => {
    const parts = appendsOf(decision);
    if (!knife.isOut || parts.length <= after) return store.append(decision);
    for (const subject of parts.slice(0, after)) {
      await store.append({ takes: [], subject, gives: [], unchanged: [] });
    }
    knife.hasCut = true;
    throw new StoreUnavailable('cut off');
  };
  return { knife, store: Object.create(store, { append: { value: append } }) as EventStore };
}

let folder: string;
let place: ServerPlace;
let store: EventStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-split-'));
  place = await createServerPlace();
  store = await place.open();
});

afterEach(async () => {
  await store.close();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What a process does that starts after another ended: it mends what is open. */
async function mendAll(engine: Engine, now: string): Promise<number> {
  const readModels = openReadModels({ file: join(folder, 'read-models.db') });
  try {
    await fillReadModels({ store, readModels });
    const open = () => listOpenDecisions(readModels.database);
    const swept = await createSweeper({
      open,
      recover: (part) => engine.recover(part, now),
    }).sweepAll();
    expect(swept.failures).toEqual([]);
    await fillReadModels({ store, readModels });
    expect(await open()).toEqual([]);
    return swept.mended;
  } finally {
    await readModels.close();
  }
}

/** Plays the office, each decision cut off after its first `after` streams and mended. */
async function play({ done }: Desk, after: number): Promise<readonly string[]> {
  const cuts: string[] = [];
  const { knife, store: cut } = cutOff(store, after);
  const office = createEngine({ store: cut, rulebook });
  for (const { command, commandId, subjectId, wish } of done) {
    const request = (id: string) => ({
      ...requestOf(id, command, subjectId, wish.by, wish.at, wish.input ?? {}),
      ...(wish.paperOn !== undefined && { paperOn: wish.paperOn }),
    });
    Object.assign(knife, { isOut: true, hasCut: false });
    const first = await office.execute(request(commandId)).catch((error: unknown) => error);
    if (!knife.hasCut) {
      if (first instanceof Error) throw first;
      continue;
    }
    cuts.push(command);
    knife.isOut = false;
    expect(await mendAll(createEngine({ store, rulebook }), wish.at)).toBe(1);
    const again = await office.execute(request(commandId)).catch((error: unknown) => error);
    // What had not landed never will; whoever still wants it asks anew.
    if (again instanceof CommandAbandoned) await office.execute(request(randomUUID()));
    else expect(again).toMatchObject({ commandId });
  }
  return cuts;
}

async function figuresOf() {
  const events = await store.readAll({ limit: 100_000 });
  const { figures, problems } = await recount(events.map(eventLine));
  expect(problems).toEqual([]);
  const readModels = openReadModels({ file: join(folder, 'check.db') });
  try {
    await fillReadModels({ store, readModels });
    expect(await checkReadModels({ store, file: readModels.file })).toEqual([]);
  } finally {
    await readModels.close();
  }
  const { events: _count, ...counted } = figures;
  return counted;
}

it.each([1, 2, 3])(
  'F3 every decision that is cut off behind its stream %d is finished or taken back, and the season ends the same (A1-A11)',
  async (after) => {
    const desk = everyDecision();
    const cuts = await play(desk, after);
    expect(new Set(cuts).size).toBeGreaterThanOrEqual(after === 1 ? 12 : after === 2 ? 3 : 2);
    const disturbed = await figuresOf();
    await store.close();
    await place.remove();
    rmSync(folder, { recursive: true, force: true });

    folder = mkdtempSync(join(tmpdir(), 'yihu-split-'));
    place = await createServerPlace();
    store = await place.open();
    expect(await play(desk, 1000)).toEqual([]);
    expect(disturbed).toEqual(await figuresOf());
  },
  120_000,
);
