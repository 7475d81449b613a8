import { setImmediate as nextTurn } from 'node:timers/promises';
import { covers, kindOf } from '@yihu/domain';
import type { HouseholdRow } from './households';
import { subjectIdOf } from './read-model';
import type { ReadModelDatabase } from './tables';

/** What the index is made of; whoever composes the server hands it what this lib may not know. */
export interface PeopleIndexParts {
  readonly database: ReadModelDatabase;
  /** The clear text, or undefined once the owner's key was destroyed. */
  readonly unseal: (owner: string, field: string, sealed: string) => string | undefined;
  /** What two spellings of a name have in common. */
  readonly nameKey: (name: string) => string;
  /** What a name is typed by on a keyboard, in each of its readings. */
  readonly initialsOf: (name: string) => readonly string[];
}

/**
 * Who is on the rosters, by name, initials and the last four digits of the telephone. It is the one place beside
 * a response where names are in clear: in memory, and nowhere else (design 6).
 */
export interface PeopleIndex {
  /** Streams whose rows have changed; they are read again before the next answer. */
  follow(streams: Iterable<string>): void;
  /** The ids of at most so many households within the territories that a text speaks of. */
  find(text: string, territories: readonly string[], limit: number): Promise<readonly string[]>;
  /** Reads what is not read yet. `find` does so by itself; this only spares the first one to ask the wait. */
  refresh(): Promise<void>;
  /** Nothing is read any more: the rows are about to be closed. */
  stop(): void;
}

interface Entry {
  readonly householdId: string;
  readonly village: string;
  readonly sealedName: string;
  readonly key: string;
  readonly initials: readonly string[];
  readonly lastDigits: string;
}

type Row = Pick<HouseholdRow, 'householdId' | 'village' | 'name' | 'phone'>;

/** Rows between two turns of everything else. */
const SLICE_ROWS = 200;
const LAST_DIGITS = 4;

export function createPeopleIndex(parts: PeopleIndexParts): PeopleIndex {
  const { database, nameKey } = parts;
  const people = keepPeople(parts);
  const changed = new Set<string>();
  let readUpTo: string | undefined = '';
  let reading: Promise<void> = Promise.resolve();
  let isStopped = false;

  const readNext = async (): Promise<readonly Row[]> => {
    if (readUpTo !== undefined) {
      const ordered = select(database).where('householdId', '>', readUpTo).orderBy('householdId');
      const rows = await ordered.limit(SLICE_ROWS).execute();
      readUpTo = rows.length < SLICE_ROWS ? undefined : rows.at(-1)!.householdId;
      return rows;
    }
    const slice = [...changed].slice(0, SLICE_ROWS);
    for (const householdId of slice) changed.delete(householdId);
    return select(database).where('householdId', 'in', slice).execute();
  };

  const readAll = async () => {
    while (!isStopped && (readUpTo !== undefined || changed.size > 0)) {
      (await readNext()).forEach(people.take);
      await nextTurn();
    }
  };

  const refresh = () => {
    // One after the other, and one that failed says nothing about the next.
    reading = reading.catch(() => undefined).then(readAll);
    return reading;
  };

  return {
    follow(streams) {
      for (const stream of streams) {
        if (kindOf(stream) === 'household') changed.add(subjectIdOf(stream));
      }
    },
    refresh,
    stop: () => void (isStopped = true),
    async find(text, territories, limit) {
      await refresh();
      const asked = nameKey(text).toLowerCase();
      return asked === '' ? [] : people.find(asked, territories, limit);
    },
  };
}

/** Those that were read, by village, so that a search walks through the asker's villages alone. */
function keepPeople(parts: PeopleIndexParts) {
  const byVillage = new Map<string, Map<string, Entry>>();
  const villageOf = new Map<string, string>();

  const forget = (householdId: string) => {
    byVillage.get(villageOf.get(householdId) ?? '')?.delete(householdId);
    villageOf.delete(householdId);
  };
  // A key may have been destroyed since the name was read.
  const isReadable = ({ householdId, sealedName }: Entry) =>
    parts.unseal(`household-${householdId}`, 'name', sealedName) !== undefined;

  return {
    take(row: Row): void {
      forget(row.householdId);
      const entry = entryOf(parts, row);
      if (!entry) return;
      const village = byVillage.get(row.village) ?? new Map<string, Entry>();
      byVillage.set(row.village, village.set(row.householdId, entry));
      villageOf.set(row.householdId, row.village);
    },
    find(asked: string, territories: readonly string[], limit: number): readonly string[] {
      const found: string[] = [];
      for (const [village, entries] of byVillage) {
        if (!territories.some((territory) => covers(territory, village))) continue;
        for (const entry of entries.values()) {
          if (found.length === limit) return found;
          if (!speaksOf(asked, entry)) continue;
          if (isReadable(entry)) found.push(entry.householdId);
          else forget(entry.householdId);
        }
      }
      return found;
    },
  };
}

function select(database: ReadModelDatabase) {
  return database.selectFrom('households').select(['householdId', 'village', 'name', 'phone']);
}

/** Undefined for whoever's key was destroyed: there is nothing left to be found by. */
function entryOf(
  { unseal, nameKey, initialsOf }: PeopleIndexParts,
  { householdId, village, name: sealedName, phone: sealedPhone }: Row,
): Entry | undefined {
  const owner = `household-${householdId}`;
  const name = unseal(owner, 'name', sealedName);
  const phone = unseal(owner, 'phone', sealedPhone);
  if (name === undefined || phone === undefined) return undefined;
  const key = nameKey(name);
  return {
    householdId,
    village,
    sealedName,
    key: key.toLowerCase(),
    initials: initialsOf(key),
    lastDigits: phone.trim().slice(-LAST_DIGITS),
  };
}

function speaksOf(asked: string, { key, initials, lastDigits }: Entry): boolean {
  if (key.includes(asked) || asked === lastDigits) return true;
  return initials.some((each) => each.startsWith(asked));
}

/** A household that was found, with its case where one is open. */
export interface FoundHousehold extends Pick<
  HouseholdRow,
  'householdId' | 'householdCode' | 'name' | 'town' | 'village'
> {
  readonly caseId: string | null;
}

/** Households by their ids, in the order of their codes. */
export async function householdsOf(
  database: ReadModelDatabase,
  householdIds: readonly string[],
): Promise<readonly FoundHousehold[]> {
  if (householdIds.length === 0) return [];
  return database
    .selectFrom('households as h')
    .leftJoin('case_list as c', 'c.householdId', 'h.householdId')
    .where('h.householdId', 'in', householdIds)
    .select(['h.householdId', 'h.householdCode', 'h.name', 'h.town', 'h.village', 'c.caseId'])
    .orderBy('h.householdCode')
    .orderBy('h.householdId')
    .execute();
}
