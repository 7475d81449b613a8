import type { Journey, TownCast } from '../season/cast';

/** The demo's people sit in this town: its first village's cadre, its first town cadre, its leader, its finance. */
export interface Home {
  readonly cast: TownCast;
  /** The village with the most households. */
  readonly villageCadre: string;
  readonly townCadre: string;
}

type Fits = (journey: Journey, home: Home) => boolean;

interface Part {
  readonly count: number;
  /** The step of the season before which its households are left behind. */
  readonly before: string;
  readonly fits: Fits;
}

const story =
  (...stories: readonly string[]): Fits =>
  ({ household }) =>
    stories.includes(household.year.story);
const all =
  (...conditions: readonly Fits[]): Fits =>
  (journey, home) =>
    conditions.every((holds) => holds(journey, home));
const mine: Fits = ({ villageCadre }, home) => villageCadre === home.villageCadre;
const elsewhere: Fits = (journey, home) => !mine(journey, home);
const first: Fits = ({ townCadre }, home) => townCadre === home.townCadre;
const second: Fits = (journey, home) => !first(journey, home);
const main = story('main');
/** They are given nothing by the files, so that one plan more takes the money of none. */
const unplanned = story('no-project', 'withdrawn');
const anyone: Fits = () => true;

const NOT_PLANNED = 'confirmNoProjects';
const NOT_DRAWN_FIRST = 'drawFirstBatches';
const NOT_DRAWN_SECOND = 'drawSecondBatches';

/** What lies on the desks of the home town on the demo's morning. Whom a part takes is not in a later one. */
export const PARTS = {
  // The village's list: to redraft, to sign, to report, to draft an acceptance, to sign it, to mend.
  returned: { count: 2, before: NOT_PLANNED, fits: all(mine, story('main', 'no-project')) },
  unsignedByVillage: { count: 2, before: NOT_PLANNED, fits: all(mine, main) },
  building: { count: 2, before: 'reportCompletions', fits: all(mine, main) },
  built: { count: 1, before: 'draftAcceptances', fits: all(mine, main) },
  inspected: { count: 1, before: 'signAcceptances', fits: all(mine, main) },
  rectifying: { count: 1, before: 'acceptWorks', fits: all(mine, main) },
  // The town cadre's list: plans of which the quota has room for all but one, acceptances, sheets.
  tooBig: { count: 1, before: NOT_PLANNED, fits: all(elsewhere, first, story('at-cap')) },
  atCap: { count: 1, before: NOT_PLANNED, fits: all(elsewhere, first, story('at-cap')) },
  overdue: { count: 1, before: NOT_PLANNED, fits: all(elsewhere, first, unplanned) },
  unsigned: { count: 2, before: NOT_PLANNED, fits: all(elsewhere, first, unplanned) },
  unsignedByOther: { count: 2, before: NOT_PLANNED, fits: all(elsewhere, second, unplanned) },
  resubmitted: { count: 1, before: NOT_PLANNED, fits: all(elsewhere, first, main) },
  acceptable: { count: 4, before: 'acceptWorks', fits: all(elsewhere, first, main) },
  acceptableToday: { count: 1, before: 'signAcceptances', fits: all(elsewhere, first, main) },
  acceptableNew: { count: 2, before: 'signAcceptances', fits: all(elsewhere, first, main) },
  frozen: { count: 1, before: 'acceptWorks', fits: all(elsewhere, first, main) },
  acceptableByOther: { count: 2, before: 'acceptWorks', fits: all(elsewhere, second, main) },
  unsheeted: { count: 5, before: NOT_PLANNED, fits: all(elsewhere, main) },
  // Sheets on their way: to seal, to submit, to receive, to file.
  toFile: { count: 3, before: NOT_PLANNED, fits: all(elsewhere, main) },
  toReceive: { count: 2, before: NOT_PLANNED, fits: all(elsewhere, main) },
  toSealOverdue: { count: 2, before: NOT_PLANNED, fits: all(elsewhere, main) },
  toSubmit: { count: 2, before: NOT_PLANNED, fits: all(elsewhere, main) },
  toSeal: { count: 1, before: NOT_PLANNED, fits: all(elsewhere, main) },
  toSealNew: { count: 3, before: NOT_PLANNED, fits: all(elsewhere, main) },
  // Finance: a wrong account, transfers to draw, to approve by either of the two, to release, to settle.
  bankReturned: { count: 1, before: 'correctAccounts', fits: all(elsewhere, story('bank-returned')) },
  firstReleased: { count: 2, before: NOT_DRAWN_FIRST, fits: all(elsewhere, main) },
  firstDrawn: { count: 2, before: NOT_DRAWN_FIRST, fits: all(elsewhere, main) },
  firstDrawnByOther: { count: 2, before: NOT_DRAWN_FIRST, fits: all(elsewhere, main) },
  firstPayable: { count: 3, before: NOT_DRAWN_FIRST, fits: all(elsewhere, main) },
  secondApproved: { count: 3, before: NOT_DRAWN_SECOND, fits: all(elsewhere, main) },
  secondPayable: { count: 4, before: NOT_DRAWN_SECOND, fits: all(elsewhere, main) },
  secondPaid: { count: 24, before: NOT_DRAWN_SECOND, fits: anyone },
  secondReleased: { count: 1000, before: 'importSecondResults', fits: anyone },
} as const satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof PARTS;

export type Parts = Readonly<Record<PartName, readonly Journey[]>>;

export function homeOf(cast: TownCast): Home {
  const size = (cadre: string) => cast.journeys.filter(({ villageCadre }) => villageCadre === cadre).length;
  const cadres = cast.villages.map(({ cadre }) => cadre);
  const villageCadre = cadres.reduce((most, cadre) => (size(cadre) > size(most) ? cadre : most));
  return { cast, villageCadre, townCadre: cast.townCadres[0]! };
}

/** Casts the home town's households. A small demo has fewer of everything. */
export function castParts(home: Home): Parts {
  const free = new Set(home.cast.journeys);
  const take = ({ count, fits }: Part) => {
    const taken = [...free].filter((journey) => fits(journey, home)).slice(0, count);
    for (const journey of taken) free.delete(journey);
    return taken;
  };
  const entries = Object.entries(PARTS).map(([name, part]) => [name, take(part)] as const);
  return Object.fromEntries(entries) as unknown as Parts;
}
