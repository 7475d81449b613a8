import type { Role, StaffFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { incompleteFlag } from './query-parts';
import { existing, handle, subjectIdOf, type Handlers, type ReadModel, type Rows } from './read-model';
import { flag, integer, table, text, type RowOf } from './table';
import type { ReadModelDatabase } from './tables';

/** One row for each member of the offices. */
export const staffTable = table(
  'staff',
  {
    staffId: text,
    office: text,
    /** Territory code of the office. */
    unit: text,
    /** Sealed; only a response that may show it unseals it. */
    name: text,
    /** JSON array of `StaffRole`. */
    roles: text,
    disabled: flag,
    revision: integer,
  },
  { key: ['staffId'], indexes: [['unit']] },
);

export type StaffRow = RowOf<typeof staffTable>;

export interface StaffRole {
  readonly role: Role;
  readonly territory: string;
}

export const staff: ReadModel = { kind: 'staff', tables: [staffTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const staffId = subjectIdOf(event.stream);
  const row = rows.get(staffTable, staffId) ?? existing(registered(staffId, event), event);
  const changes = handle<StaffFacts, StaffRow, Partial<StaffRow>>(handlers, row, event);
  rows.put(staffTable, { ...row, ...changes, revision: event.revision });
}

function registered(staffId: string, event: StoredEvent): StaffRow | undefined {
  if (event.type !== 'StaffRegistered') return undefined;
  const { office, unit, name } = event.data as unknown as StaffFacts['StaffRegistered'];
  return { staffId, office, unit, name, roles: '[]', disabled: 0, revision: 0 };
}

const handlers: Handlers<StaffFacts, StaffRow, Partial<StaffRow>> = {
  StaffRegistered: (_row, { office, unit, name }) => ({ office, unit, name }),
  RoleGranted: (row, { role, territory }) => ({
    roles: JSON.stringify([...rolesOf(row), { role, territory }]),
  }),
  RoleRevoked: (row, { role }) => ({
    roles: JSON.stringify(rolesOf(row).filter((each) => each.role !== role)),
  }),
  StaffDisabled: () => ({ disabled: 1, roles: '[]' }),
  DecisionAbandoned: () => ({}),
};

/** The roles of a row, which stand in it as JSON. */
export function rolesOf(row: Pick<StaffRow, 'roles'>): readonly StaffRole[] {
  return JSON.parse(row.roles) as readonly StaffRole[];
}

/** A member as it is read. `incomplete` is 1 when the stream is parked, so that the row is not the latest. */
export type ListedStaff = StaffRow & { readonly incomplete: 0 | 1 };

/** All members, or those of one office's territory code. */
export async function listStaff(
  database: ReadModelDatabase,
  filter: { readonly unit?: string | undefined } = {},
): Promise<readonly ListedStaff[]> {
  const query = selectStaff(database).orderBy('unit').orderBy('staffId');
  return filter.unit === undefined ? query.execute() : query.where('unit', '=', filter.unit).execute();
}

/** One member, or undefined. */
export async function findStaff(
  database: ReadModelDatabase,
  staffId: string,
): Promise<ListedStaff | undefined> {
  return selectStaff(database).where('staffId', '=', staffId).executeTakeFirst();
}

function selectStaff(database: ReadModelDatabase) {
  return database
    .selectFrom('staff')
    .selectAll()
    .select(incompleteFlag('staff', 'staff.staffId').as('incomplete'));
}
