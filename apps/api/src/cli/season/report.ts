import { join } from 'node:path';
import {
  countCases,
  countReached,
  checkReadModels,
  listTownLedgers,
  openReadModels,
  type ReadModels,
} from '@yihu/read-models';
import type { EventStore, StoredEvent } from '@yihu/event-store';
import { openStore } from '../../open-store';
import type { ServerStats } from './child';
import { closingObjections, closingOf } from './closing-check';
import type { Options } from './options';
import type { ExpectedRefusal } from './refused';
import { recount } from '../recount/recount';
import { eventLine } from '../event-line';

export interface TownReport {
  /** The nine-digit code. */
  readonly town: string;
  readonly name: string;
  readonly households: number;
  readonly allottedFen: number;
  readonly reservedFen: number;
  readonly paidFirstFen: number;
  readonly paidSecondFen: number;
  readonly rewardFen: number;
}

export interface SeasonReport {
  readonly households: number;
  readonly events: number;
  readonly commands: number;
  readonly requests: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly reached: Readonly<Record<string, number>>;
  readonly towns: readonly TownReport[];
  /** Whether the bureau has closed the programme. */
  readonly closed: boolean;
  /** What was refused on purpose while it was played; a refusal leaves no fact. */
  readonly refusals: readonly ExpectedRefusal[];
  readonly seconds: {
    readonly total: number;
    readonly http: number;
    readonly decide: number;
    readonly commit: number;
    readonly project: number;
  };
}

/** What a season says of itself when it was just played. */
export interface Played {
  readonly seconds: number;
  readonly stats: ServerStats;
  readonly refusals: readonly ExpectedRefusal[];
}

export interface Verdict {
  readonly report: SeasonReport;
  /** In plain words what does not agree; empty when everything does. */
  readonly objections: readonly string[];
}

/** How many objections are worth printing; one wrong event can cause many. */
const SHOWN = 20;

const PAGE_EVENTS = 1000;

/**
 * Reports a finished season from the read models, and checks it twice: against a rebuild of them row by row,
 * and against the recount, which knows nothing but the events.
 */
export async function reportSeason(
  { dataDir, eventStore }: Pick<Options, 'dataDir' | 'eventStore'>,
  year: number,
  names: ReadonlyMap<string, string>,
  played: Played | undefined,
): Promise<Verdict> {
  const store = await openStore(eventStore);
  const file = join(dataDir, 'read-models.db');
  const readModels = openReadModels({ file });
  try {
    const differences = await checkReadModels({ store, file });
    const { figures, problems } = await recount(eventLines(store));
    const closed = await closingOf(store, year);
    const told = await fromReadModels(readModels, year, names, played, figures.events);
    const report = { ...told, closed: closed !== undefined };
    const objections = [
      ...differences.map(
        ({ table, key }) => `read model ${table} differs from the events at ${key.join(' ')}`,
      ),
      ...problems.map(
        ({ invariant, stream, position, message }) => `${invariant} at ${position} ${stream}: ${message}`,
      ),
      ...disagreements(report, figures),
      ...closingObjections(closed, report.towns, report.households),
    ];
    return { report, objections: objections.slice(0, SHOWN) };
  } finally {
    await readModels.close();
    await store.close();
  }
}

async function fromReadModels(
  { database }: ReadModels,
  year: number,
  names: ReadonlyMap<string, string>,
  played: Played | undefined,
  events: number,
): Promise<Omit<SeasonReport, 'closed'>> {
  const stats = played?.stats;
  const { overall: stages, byTown } = await countCases(database);
  const ledgers = await listTownLedgers(database, year);
  const towns = ledgers.map((ledger): TownReport => {
    const { town, allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen } = ledger;
    const households = sumOf(Object.values(byTown[town] ?? {}));
    const name = names.get(town) ?? town;
    return { town, name, households, allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen };
  });
  return {
    households: sumOf(Object.values(stages)),
    events,
    commands: stats?.commands ?? 0,
    requests: stats?.requests ?? 0,
    stages,
    reached: await countReached(database),
    towns,
    refusals: played?.refusals ?? [],
    seconds: {
      total: rounded(played?.seconds ?? 0),
      http: rounded(httpSeconds(stats)),
      decide: rounded(stats?.decideSeconds ?? 0),
      commit: rounded(stats?.commitSeconds ?? 0),
      project: rounded(stats?.projectSeconds ?? 0),
    },
  };
}

type Counted = Omit<SeasonReport, 'commands' | 'requests' | 'seconds' | 'towns' | 'closed' | 'refusals'> & {
  readonly towns: readonly Omit<TownReport, 'name'>[];
};

/** Every figure that the report and the recount both give must be the same. */
function disagreements(report: SeasonReport, counted: Counted): readonly string[] {
  const towns = (of: Counted) =>
    of.towns.flatMap((town) => Object.entries(town).map(([what, is]) => [`${town.town} ${what}`, is]));
  const figures = (of: Counted): ReadonlyMap<string, unknown> =>
    new Map([
      ['households', of.households],
      ...Object.entries(of.stages).map(([stage, count]) => [`stage ${stage}`, count] as const),
      ...Object.entries(of.reached).map(([stage, count]) => [`reached ${stage}`, count] as const),
      ...(towns(of) as [string, unknown][]).filter(([what]) => !what.endsWith(' name')),
    ]);
  const reported = figures(report);
  const recounted = figures(counted);
  return [...new Set([...reported.keys(), ...recounted.keys()])]
    .filter((what) => reported.get(what) !== recounted.get(what))
    .map(
      (what) => `${what}: reported ${String(reported.get(what))}, recounted ${String(recounted.get(what))}`,
    );
}

async function* eventLines(store: EventStore): AsyncGenerator<string> {
  let page: readonly StoredEvent[] = await store.readAll({ limit: PAGE_EVENTS });
  while (page.length > 0) {
    for (const event of page) yield eventLine(event);
    page = await store.readAll({ afterPosition: page.at(-1)!.position, limit: PAGE_EVENTS });
  }
}

/** What the server was busy with beside deciding, committing and projecting. */
function httpSeconds(stats: ServerStats | undefined): number {
  if (!stats) return 0;
  const { busySeconds, decideSeconds, commitSeconds, projectSeconds } = stats;
  return Math.max(0, busySeconds - decideSeconds - commitSeconds - projectSeconds);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
