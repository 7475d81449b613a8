import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { leg, ON, openOffice, type Desk } from '@yihu/domain/testing';
import { CommandAbandoned, createEngine, type CommandRequest, type Engine } from '@yihu/engine';
import { checkReadModels, fillReadModels, openReadModels } from '@yihu/read-models';
import { Refused } from '@yihu/workflow';
import { toTheEnd } from '../season/to-the-end';
import { knifeOver, openCutOffPlace, type CutOffPlace } from './cut-off';
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

let place: CutOffPlace;
const begin = async () => {
  place = await openCutOffPlace();
};
const end = () => place.close();

const desk = everyDecision();
let undisturbed: Awaited<ReturnType<typeof figuresOf>>;

beforeAll(async () => {
  await begin();
  expect(await play(desk, undefined)).toEqual([]);
  undisturbed = await figuresOf();
  await end();
});
beforeEach(begin);
afterEach(end);

type Done = Desk['done'][number];

/** The latest time that anything was asked at. */
let clock = '';

function requestFor({ command, subjectId, wish }: Done, id: string): CommandRequest {
  if (wish.at > clock) clock = wish.at;
  return {
    ...requestOf(id, command, subjectId, wish.by, wish.at, wish.input ?? {}),
    ...(wish.paperOn !== undefined && { paperOn: wish.paperOn }),
  };
}

/** Plays the office, each decision cut off after its first `after` streams; `between` happens before it is mended. */
async function play(
  { done }: Desk,
  after: number | undefined,
  between: (office: Engine, next: Done | undefined) => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  clock = '';
  const cuts: string[] = [];
  const knife = knifeOver(place.store);
  const office = createEngine({ store: knife.store, rulebook });
  for (const [index, each] of done.entries()) {
    Object.assign(knife, { after, hasCut: false });
    const first = await office.execute(requestFor(each, each.commandId)).catch((error: unknown) => error);
    if (!knife.hasCut) {
      if (first instanceof Error) throw first;
      continue;
    }
    cuts.push(each.command);
    knife.after = undefined;
    await between(office, done[index + 1]);
    expect(await place.mendAll(clock)).toMatchObject({ failures: [], open: [] });
    const again = await office.execute(requestFor(each, each.commandId)).catch((error: unknown) => error);
    // What had not landed never will; whoever still wants it asks anew.
    if (again instanceof CommandAbandoned) await office.execute(requestFor(each, randomUUID()));
    else expect(again).toMatchObject({ commandId: each.commandId });
  }
  return cuts;
}

/** The next step of the office goes through where it does not wait for the one that was cut off. */
async function goOn(office: Engine, next: Done | undefined): Promise<void> {
  if (!next) return;
  const outcome = await office.execute(requestFor(next, next.commandId)).catch((error: unknown) => error);
  if (outcome instanceof Error && !(outcome instanceof Refused)) throw outcome;
}

async function figuresOf() {
  const { figures, problems } = await place.recount();
  expect(problems).toEqual([]);
  const readModels = openReadModels({ file: join(place.folder, 'check.db') });
  try {
    await fillReadModels({ store: place.store, readModels });
    expect(await checkReadModels({ store: place.store, file: readModels.file })).toEqual([]);
  } finally {
    await readModels.close();
  }
  const { events: _count, ...counted } = figures;
  return counted;
}

describe('F3 every decision that is cut off is finished or taken back, and the season ends the same (A1-A11)', () => {
  it.each([1, 2, 3])(
    'cut off behind its stream %d',
    async (after) => {
      const cuts = await play(desk, after);
      expect(new Set(cuts).size).toBeGreaterThanOrEqual(after === 1 ? 12 : after === 2 ? 3 : 2);
      expect(await figuresOf()).toEqual(undisturbed);
    },
    120_000,
  );

  it('cut off behind its first stream, and the office goes on before it is mended', async () => {
    await play(desk, 1, goOn);
    expect(await figuresOf()).toEqual(undisturbed);
  }, 120_000);
});
