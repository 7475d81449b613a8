import {
  HOUSEHOLD_COLUMNS,
  findTwins,
  mapInSlices,
  readHousehold,
  type HouseholdColumnKey,
  type Roster,
} from '@yihu/documents';
import type { ProgrammeState } from '@yihu/domain';
import { householdIdsByCode } from '@yihu/read-models';
import { Refused } from '@yihu/workflow';
import { loadExisting } from '../commands/load-existing';
import type { ServerParts } from '../server-parts';
import type { ImportAim } from './import-aim';
import { codesInTurn } from './import-codes';
import { inTurn } from './import-in-turn';
import { knownHousehold } from './import-known';
import { importRows, type ImportRow } from './import-rows';
import { refusedOf } from './import-rules';
import { importNotice, toldByReading, toldByRule, type ImportTold } from './import-told';

/** What is to be written for a row: the household, its account, or both. */
export interface ImportWrite {
  readonly row: ImportRow;
  /** What the row is known by, in the ids of its commands. */
  readonly key: string;
  /** The household that is there already and lacks its account. */
  readonly known?: { readonly householdId: string; readonly revision: number };
}

/** All that can be said of a roster before anything is written. */
export interface CheckedRoster {
  readonly rows: readonly ImportRow[];
  readonly otherTowns: number;
  readonly told: readonly ImportTold[];
  readonly writes: readonly ImportWrite[];
  readonly unchanged: number;
  readonly differs: readonly {
    readonly row: number;
    readonly householdCode: string;
    readonly columns: readonly string[];
  }[];
}

type Judged =
  | { readonly as: 'new' | 'unfinished'; readonly write: ImportWrite }
  | { readonly as: 'unchanged' }
  | { readonly as: 'differs'; readonly differs: CheckedRoster['differs'][number] }
  | { readonly as: 'refused'; readonly told: readonly ImportTold[] };

/** Throws `Refused` when the actor may import no roster at all, and `RequestProblem` without a programme. */
export async function assertMayImport(
  { engine, clock }: ServerParts,
  { actorId, importId }: ImportAim,
): Promise<void> {
  const question = {
    commands: ['registerHousehold'],
    subjectId: importId,
    actorId,
    now: clock().toISOString(),
  };
  const [explained] = await engine.explain(question);
  const refusals = explained!.refusals.filter(({ rule }) => rule === 'role-held');
  if (refusals.length > 0) throw new Refused('registerHousehold', refusals);
}

/** Checks every row: by itself, against the others, against what is known, and against the rules. */
export async function checkRoster(
  parts: ServerParts,
  roster: Roster,
  aim: ImportAim,
): Promise<CheckedRoster> {
  const { year, town } = aim;
  const programme = await loadExisting<ProgrammeState>(parts.engine, 'programme', String(year));
  const codes = await householdIdsByCode(parts.readModels.database, year);
  const codeOf = codesInTurn([...codes.keys()]);
  const households = await mapInSlices(roster.rows, readHousehold);
  const { rows, otherTowns } = await importRows(households, { year, town, units: programme.units, codeOf });
  const own = new Set(rows.map(({ row }) => row));
  const isOurs = ({ row }: { readonly row: number }) => own.has(row) || row <= roster.header.lastRow;
  const told = [
    ...roster.problems.filter(isOurs).map(toldByReading),
    ...rows.flatMap((row) => row.told),
    ...findTwins(rows.map(({ household }) => household)).map(toldByReading),
    ...(roster.columns.has('householdCode') ? [] : [importNotice(roster.header.lastRow, 'code-given')]),
  ];
  const wrong = new Set(told.filter(({ weight }) => weight === 'error').map(({ row }) => row));
  const good = rows.filter(({ row }) => !wrong.has(row));
  const judged = await inTurn(good, (row) => judgeRow(parts, aim, codes, row));
  return {
    rows,
    otherTowns,
    told: [...told, ...judged.flatMap((each) => (each.as === 'refused' ? each.told : []))],
    writes: judged.flatMap((each) => ('write' in each ? [each.write] : [])),
    unchanged: judged.filter(({ as }) => as === 'unchanged').length,
    differs: judged.flatMap((each) => (each.as === 'differs' ? [each.differs] : [])),
  };
}

async function judgeRow(
  parts: ServerParts,
  aim: ImportAim,
  codes: ReadonlyMap<string, string>,
  row: ImportRow,
): Promise<Judged> {
  const { household, registering, proposing } = row;
  const known = await knownHousehold(parts, aim.year, row);
  // Whoever may not register a household is not told what is known of it.
  const refused = await refusedOf(parts, aim, row, known);
  if (refused.length > 0) {
    return {
      as: 'refused',
      told: refused.map(({ refusal, column }) => toldByRule(row.row, titleOf(row, column), refusal)),
    };
  }
  const { householdCode } = registering;
  const differs = known ? known.differs : codes.has(householdCode) ? (['identity'] as const) : [];
  if (differs.length > 0) {
    return {
      as: 'differs',
      differs: { row: row.row, householdCode, columns: differs.map((key) => titleOf(row, key)) },
    };
  }
  const key = household.householdCode ?? parts.vault.fingerprint('identity', registering.identity);
  if (!known) return { as: 'new', write: { row, key } };
  if (!proposing || known.hasAccount) return { as: 'unchanged' };
  return { as: 'unfinished', write: { row, key, known } };
}

/** The title of a column as the file has it, or as the template does. */
function titleOf({ household }: ImportRow, key: HouseholdColumnKey): string {
  return household.titles[key] ?? HOUSEHOLD_COLUMNS.find((column) => column.key === key)!.title;
}
