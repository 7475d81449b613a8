import type { SummaryFacts } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import {
  existing,
  handle,
  metadataOf,
  subjectIdOf,
  type Handlers,
  type ReadModel,
  type Rows,
} from './read-model';
import { integer, orNull, table, text, textOf, type RowOf } from './table';
import { putActed, putWaiting, type Waiting } from './worklist-table';

/** One row for each sheet of a town's summary (F2). */
export const sheetTable = table(
  'summary_sheets',
  {
    summaryId: text,
    no: integer,
    year: integer,
    town: text,
    status: textOf<'drawn' | 'sealed' | 'submitted' | 'received' | 'void'>(),
    receiptNo: orNull(text),
    /** JSON array of the cases that the bureau sent back instead of filing them. */
    returned: text,
    count: integer,
    subsidySumFen: integer,
    rewardSumFen: integer,
    /** Since when it has its status. */
    since: text,
  },
  { key: ['summaryId', 'no'], indexes: [['year', 'town']] },
);

/** Which version of which case stands on which sheet. */
export const sheetEntryTable = table(
  'summary_entries',
  { caseId: text, planVersion: integer, summaryId: text, no: integer },
  { key: ['caseId', 'planVersion', 'summaryId', 'no'], appendOnly: true },
);

export type SheetRow = RowOf<typeof sheetTable>;
export type SheetEntryRow = RowOf<typeof sheetEntryTable>;

export const summarySheets: ReadModel = { kind: 'summary', tables: [sheetTable, sheetEntryTable], project };

interface Before {
  readonly event: StoredEvent;
  readonly rows: Rows;
}

type SheetFact = keyof Omit<SummaryFacts, 'DecisionAbandoned'>;

function project(event: StoredEvent, rows: Rows): void {
  const sheet = handle<SummaryFacts, Before, SheetRow | undefined>(handlers, { event, rows }, event);
  if (sheet === undefined) return;
  rows.put(sheetTable, sheet);
  const { summaryId: subjectId, no, year, town, count, subsidySumFen, rewardSumFen } = sheet;
  const key = `summary-${subjectId}-${no}`;
  putWaiting(rows, event, {
    key,
    kind: 'summary',
    subjectId,
    year,
    town,
    village: null,
    ...WAITING[sheet.status],
    deadline: 'build',
    count,
    amountFen: subsidySumFen,
    rewardFen: rewardSumFen,
  });
  putActed(rows, event, key, ACTS[event.type as SheetFact]);
}

const handlers: Handlers<SummaryFacts, Before, SheetRow | undefined> = {
  SummaryDrawn: ({ event, rows }, { year, town, no, entries, subsidySumFen, rewardSumFen }) => {
    const summaryId = subjectIdOf(event.stream);
    for (const { caseId, planVersion } of entries) {
      rows.put(sheetEntryTable, { caseId, planVersion, summaryId, no });
    }
    const { recordedAt: since } = metadataOf(event);
    const sums = { count: entries.length, subsidySumFen, rewardSumFen };
    return { summaryId, no, year, town, status: 'drawn', receiptNo: null, returned: '[]', ...sums, since };
  },
  SummarySealed: (before, { no }) => changed(before, no, { status: 'sealed' }),
  SummaryVoided: (before, { no }) => changed(before, no, { status: 'void' }),
  SummarySubmitted: (before, { no }) => changed(before, no, { status: 'submitted' }),
  SummaryReceived: (before, { no, receiptNo, returned }) =>
    changed(before, no, { status: 'received', receiptNo, returned: JSON.stringify(returned) }),
  DecisionAbandoned: () => undefined,
};

function changed({ event, rows }: Before, no: number, changes: Partial<SheetRow>): SheetRow {
  const sheet = existing(rows.get(sheetTable, subjectIdOf(event.stream), no), event);
  return { ...sheet, ...changes, since: metadataOf(event).recordedAt };
}

const WAITING: Readonly<Record<SheetRow['status'], Waiting>> = {
  drawn: { task: 'seal', role: 'town-leader' },
  sealed: { task: 'submit', role: 'town-cadre' },
  submitted: { task: 'receive', role: 'bureau' },
  received: {},
  void: {},
};

/** What a sheet waits for, as the last segment of the command's path. */
export function taskOfSheet(status: SheetRow['status']): string | undefined {
  return WAITING[status].task ?? undefined;
}

const ACTS: Readonly<Record<SheetFact, string>> = {
  SummaryDrawn: 'draw',
  SummarySealed: 'seal',
  SummaryVoided: 'void',
  SummarySubmitted: 'submit',
  SummaryReceived: 'receive',
};
