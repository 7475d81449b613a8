import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { leg, ON, openOffice, type Desk } from '@yihu/domain/testing';
import { CommandAbandoned, createEngine, createSweeper, type Engine } from '@yihu/engine';
import { StoreUnavailable, type Decision, type EventStore } from '@yihu/event-store';
import { checkReadModels, fillReadModels, listOpenDecisions, openReadModels } from '@yihu/read-models';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';
import { toTheEnd } from '../season/to-the-end';
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
  toTheEnd(desk, paid, overpaid, 3, 4);
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

const begin = async () => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-split-'));
  place = await createServerPlace();
  store = await place.open();
};
const end = async () => {
  await store.close();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
};

const desk = everyDecision();
let undisturbed: Awaited<ReturnType<typeof figuresOf>>;

beforeAll(async () => {
  await begin();
  expect(await play(desk, 1000)).toEqual([]);
  undisturbed = await figuresOf();
  await end();
});
beforeEach(begin);
afterEach(end);

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
    const cuts = await play(desk, after);
    expect(new Set(cuts).size).toBeGreaterThanOrEqual(after === 1 ? 12 : after === 2 ? 3 : 2);
    expect(await figuresOf()).toEqual(undisturbed);
  },
  120_000,
);
