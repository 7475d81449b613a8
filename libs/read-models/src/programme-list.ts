import type { ProgrammeFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { existing, handle, subjectIdOf, type Handlers, type ReadModel, type Rows } from './read-model';
import { flag, integer, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/** One row for each programme, by which its year is found. What its policy says is asked of the programme itself. */
export const programmeTable = table(
  'programme_list',
  { programmeId: text, year: integer, district: text, closed: flag, revision: integer },
  { key: ['programmeId'], small: true },
);

export type ProgrammeRow = RowOf<typeof programmeTable>;

export const programmeList: ReadModel = { kind: 'programme', tables: [programmeTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const programmeId = subjectIdOf(event.stream);
  const row = rows.get(programmeTable, programmeId) ?? existing(opened(programmeId, event), event);
  const changes = handle<ProgrammeFacts, ProgrammeRow, Partial<ProgrammeRow>>(handlers, row, event);
  rows.put(programmeTable, { ...row, ...changes, revision: event.revision });
}

function opened(programmeId: string, event: StoredEvent): ProgrammeRow | undefined {
  if (event.type !== 'ProgrammeOpened') return undefined;
  const { year, district } = event.data as unknown as ProgrammeFacts['ProgrammeOpened'];
  return { programmeId, year, district, closed: 0, revision: 0 };
}

const nothing = () => ({});

const handlers: Handlers<ProgrammeFacts, ProgrammeRow, Partial<ProgrammeRow>> = {
  ProgrammeOpened: nothing,
  ProgrammeRevised: nothing,
  TownAllotted: nothing,
  TownPlanAdopted: nothing,
  IncomeStandardSet: nothing,
  RosterClosed: nothing,
  ExtensionGranted: nothing,
  ProgrammeClosed: () => ({ closed: 1 }),
  DecisionAbandoned: nothing,
};

/** The years of all programmes, the newest first. */
export async function listProgrammeYears(database: ReadModelDatabase): Promise<readonly number[]> {
  const rows = await database.selectFrom('programme_list').select('year').orderBy('year', 'desc').execute();
  return rows.map((row) => row.year);
}
