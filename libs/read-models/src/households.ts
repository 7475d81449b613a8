import type { HouseholdClass, HouseholdFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { expressionBuilder, type Expression, type SqlBool } from 'kysely';
import { containsText, incompleteFlag } from './query-parts';
import {
  existing,
  handle,
  isOnlyFence,
  subjectIdOf,
  type Handlers,
  type ReadModel,
  type Rows,
} from './read-model';
import { integer, orNull, table, text, textOf, type RowOf } from './table';
import type { ReadModelDatabase, ReadModelTables } from './tables';

/** One row for each household on the roster. */
export const householdTable = table(
  'households',
  {
    householdId: text,
    householdCode: text,
    year: integer,
    town: text,
    village: text,
    householdClass: textOf<HouseholdClass>(),
    memberCount: integer,
    /** Sealed; only a response that may show it unseals it. */
    name: text,
    /** Sealed as well. */
    phone: text,
    /** Whether something waits for the second person: `proposed` also when an older account is designated. */
    accountState: textOf<'none' | 'proposed' | 'designated'>(),
    /** The account that payments go to, until another one is designated. */
    accountRef: orNull(text),
    revision: integer,
  },
  {
    key: ['householdId'],
    indexes: [
      ['householdCode', 'householdId'],
      ['town', 'village'],
    ],
  },
);

export type HouseholdRow = RowOf<typeof householdTable>;

export const households: ReadModel = { kind: 'household', tables: [householdTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const householdId = subjectIdOf(event.stream);
  const known = rows.get(householdTable, householdId) ?? registered(householdId, event);
  if (!known && isOnlyFence(event)) return;
  const row = existing(known, event);
  const changes = handle<HouseholdFacts, HouseholdRow, Partial<HouseholdRow>>(handlers, row, event);
  rows.put(householdTable, { ...row, ...changes, revision: event.revision });
}

function registered(householdId: string, event: StoredEvent): HouseholdRow | undefined {
  if (event.type !== 'HouseholdRegistered') return undefined;
  const onRoster = rosterEntry(event.data as unknown as HouseholdFacts['HouseholdRegistered']);
  return { householdId, ...onRoster, accountState: 'none', accountRef: null, revision: 0 };
}

function rosterEntry(facts: HouseholdFacts['HouseholdRegistered']) {
  const { householdCode, year, town, village, householdClass, memberCount, name, phone } = facts;
  return { householdCode, year, town, village, householdClass, memberCount, name, phone };
}

const handlers: Handlers<HouseholdFacts, HouseholdRow, Partial<HouseholdRow>> = {
  HouseholdRegistered: (_row, facts) => rosterEntry(facts),
  HouseholdAdmitted: (_row, { householdClass }) => ({ householdClass }),
  AccountProposed: () => ({ accountState: 'proposed' }),
  AccountDesignated: (_row, { accountRef }) => ({ accountState: 'designated', accountRef }),
  MemberDied: () => ({}),
  DecisionAbandoned: () => ({}),
};

export interface HouseholdFilter {
  readonly year?: number | undefined;
  readonly town?: string | undefined;
  readonly village?: string | undefined;
  readonly accountState?: HouseholdRow['accountState'] | undefined;
  /** A part of the household code, in any case. */
  readonly text?: string | undefined;
}

/** A household as it is read. `incomplete` is 1 when its stream is parked, so that the row is not the latest. */
export type ListedHousehold = HouseholdRow & { readonly incomplete: 0 | 1 };

export interface HouseholdPage {
  readonly rows: readonly ListedHousehold[];
  readonly total: number;
  /** What to ask with for the next page; undefined on the last. */
  readonly nextAfterHouseholdId: string | undefined;
}

/** A page of households in the order of their codes. */
export async function listHouseholds(
  database: ReadModelDatabase,
  filter: HouseholdFilter,
  { afterHouseholdId, limit }: { readonly afterHouseholdId?: string | undefined; readonly limit: number },
): Promise<HouseholdPage> {
  let query = selectHouseholds(database).where(householdsMatching(filter));
  if (afterHouseholdId !== undefined) query = query.where(behindHousehold(afterHouseholdId));
  const found = await query
    .orderBy('householdCode')
    .orderBy('householdId')
    .limit(limit + 1)
    .execute();
  const { total } = await database
    .selectFrom('households')
    .where(householdsMatching(filter))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = found.slice(0, limit);
  return { rows, total, nextAfterHouseholdId: found.length > limit ? rows.at(-1)?.householdId : undefined };
}

/** One household, or undefined. */
export async function findHousehold(
  database: ReadModelDatabase,
  householdId: string,
): Promise<ListedHousehold | undefined> {
  return selectHouseholds(database).where('householdId', '=', householdId).executeTakeFirst();
}

function selectHouseholds(database: ReadModelDatabase) {
  return database
    .selectFrom('households')
    .selectAll()
    .select(incompleteFlag('household', 'households.householdId').as('incomplete'));
}

function householdsMatching(filter: HouseholdFilter): Expression<SqlBool> {
  const eb = expressionBuilder<ReadModelTables, 'households'>();
  const columns = (['year', 'town', 'village', 'accountState'] as const).filter(
    (name) => filter[name] !== undefined,
  );
  const conditions: Expression<SqlBool>[] = columns.map((column) => eb(eb.ref(column), '=', filter[column]!));
  if (filter.text) conditions.push(containsText('households.householdCode', filter.text));
  return eb.and(conditions);
}

function behindHousehold(householdId: string): Expression<SqlBool> {
  const eb = expressionBuilder<ReadModelTables, 'households'>();
  const code = eb
    .selectFrom('households as last')
    .where('last.householdId', '=', householdId)
    .select('last.householdCode');
  return eb(
    eb.refTuple('households.householdCode', 'households.householdId'),
    '>',
    eb.tuple(code, householdId),
  );
}
