import type { DemoFiles, DemoHousehold, DemoTown } from './demo-files';

/** A household on its way through the season. */
export interface Journey {
  readonly household: DemoHousehold;
  readonly householdId: string;
  readonly caseId: string;
  readonly villageCadre: string;
  readonly townCadre: string;
  /** What its people have last seen of the case; the answer to every command tells the next revision. */
  revision: number;
  /** Which of the plans of its file is drafted, from 0. */
  planIndex: number;
  /** The hash on the budget form that is being signed. */
  planHash: string;
  /** The acceptance form that is being signed, and the reward on it. */
  acceptance: { readonly contentHash: string; readonly rewardFen: number };
  /** Whether it has a project and keeps it. */
  hasProject: boolean;
  /** Whether anything is left to pay after the acceptance. */
  isDue: boolean;
}

/** A sheet of F2 on its way from the town to the bureau. */
export interface SheetInHand {
  readonly no: number;
  readonly kind: 'main' | 'supplement';
  readonly journeys: readonly Journey[];
}

/** A transfer on its way from the town to the bank and back. */
export interface BatchInHand {
  readonly id: string;
  readonly hash: string;
  readonly rows: readonly BatchRow[];
  readonly revision: number;
  readonly journeys: readonly Journey[];
}

export interface BatchRow {
  readonly row: number;
  readonly caseId: string;
  readonly amountFen: number;
}

/** A posting of one level's notice. */
export interface NoticeInHand {
  readonly path: string;
  readonly by: string;
  readonly unit: string;
  readonly kind: 'plan' | 'result';
  readonly posting: number;
  /** ISO date. */
  readonly postedOn: string;
  readonly hangs: boolean;
  readonly journeys: readonly Journey[];
}

/** A town with its people, its households, and what lies on its desks. */
export interface TownCast {
  readonly town: DemoTown;
  readonly leader: string;
  readonly townCadres: readonly string[];
  readonly finance: readonly [string, string];
  readonly villages: readonly { readonly code: string; readonly cadre: string }[];
  /** The households that go on; whoever was left behind is in none of the steps any more. */
  journeys: readonly Journey[];
  /** Sheets that are not filed yet. */
  sheets: readonly SheetInHand[];
  sheetsDrawn: number;
  /** What its people have last seen of the town's summary. */
  summaryRevision: number;
  /** Transfers that the bank has not answered yet. */
  batches: readonly BatchInHand[];
  notices: readonly NoticeInHand[];
  /** What its people have last seen of a notice, by its path. */
  readonly noticeRevisions: Map<string, number>;
  /** Households for which the quota had no room any more. */
  losers: readonly Journey[];
}

/** Who works for a town, by the staff file. */
export function castOf(files: DemoFiles, town: DemoTown): TownCast {
  const of = (role: string) =>
    files.staff.filter((each) => each.role === role && each.territory.startsWith(town.code));
  const [drawer, approver] = of('town-finance').map((each) => each.key);
  const villages = [...new Set(town.households.map((household) => household.village))];
  return {
    town,
    leader: of('town-leader')[0]!.key,
    townCadres: of('town-cadre').map((each) => each.key),
    finance: [drawer!, approver!],
    villages: villages.map((code) => ({
      code,
      cadre: of('village-cadre').find((each) => each.territory === code)!.key,
    })),
    journeys: [],
    sheets: [],
    sheetsDrawn: 0,
    summaryRevision: -1,
    batches: [],
    notices: [],
    noticeRevisions: new Map(),
    losers: [],
  };
}

/** The journeys that have a project and whose household's year goes one of these ways. */
export function withStory(cast: TownCast, ...stories: readonly string[]): readonly Journey[] {
  return withProject(cast).filter(({ household }) => stories.includes(household.year.story));
}

/** The journeys that have a project and keep it, but for those that go one of these ways. */
export function withProject(cast: TownCast, ...except: readonly string[]): readonly Journey[] {
  return cast.journeys.filter(
    ({ household, hasProject }) => hasProject && !except.includes(household.year.story),
  );
}
