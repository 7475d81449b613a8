import { CorruptHistory, defineWorkflow } from '@yihu/workflow';
import type { SummaryEntry, SummaryFacts } from './facts';

export interface Sheet {
  readonly no: number;
  readonly kind: 'main' | 'supplement';
  readonly entries: readonly SummaryEntry[];
  readonly hash: string;
  readonly modalPermille: number;
  readonly status: 'drawn' | 'sealed' | 'submitted' | 'received' | 'void';
  readonly receiptNo: string;
  /** Cases that the bureau returned instead of filing. */
  readonly returned: readonly string[];
}

export interface SummaryState {
  readonly year: number;
  readonly town: string;
  readonly sheets: readonly Sheet[];
}

export const summaryWorkflow = defineWorkflow<SummaryFacts, SummaryState>({
  kind: 'summary',
  version: 1,
  moves: ['SummaryDrawn', 'SummarySealed', 'SummaryVoided', 'SummarySubmitted', 'SummaryReceived'],
  notes: ['DecisionAbandoned'],
  initial: { year: 0, town: '', sheets: [] },
  reduce: {
    SummaryDrawn: (state, { year, town, no, kind, entries, hash, modalPermille }) => {
      const sheet: Sheet = {
        no,
        kind,
        entries,
        hash,
        modalPermille,
        status: 'drawn',
        receiptNo: '',
        returned: [],
      };
      return { year, town, sheets: [...state.sheets, sheet] };
    },
    SummarySealed: (state, { no }) => changeSheet(state, no, { status: 'sealed' }),
    SummaryVoided: (state, { no }) => changeSheet(state, no, { status: 'void' }),
    SummarySubmitted: (state, { no }) => changeSheet(state, no, { status: 'submitted' }),
    SummaryReceived: (state, { no, receiptNo, returned }) =>
      changeSheet(state, no, { status: 'received', receiptNo, returned }),
    DecisionAbandoned: (state) => state,
  },
});

/** Whether a sealed sheet of the town, or the one named, lists this very version of the case (R38). */
export function isUnderSeal(
  state: SummaryState,
  caseId: string,
  planVersion: number,
  sheetNo?: number,
): boolean {
  return state.sheets.some(
    ({ no, status, entries }) =>
      (sheetNo === undefined || no === sheetNo) &&
      status !== 'drawn' &&
      status !== 'void' &&
      entries.some((entry) => entry.caseId === caseId && entry.planVersion === planVersion),
  );
}

function changeSheet(state: SummaryState, no: number, changes: Partial<Sheet>): SummaryState {
  if (!state.sheets.some((sheet) => sheet.no === no)) throw new CorruptHistory(`no summary sheet ${no}`);
  return {
    ...state,
    sheets: state.sheets.map((sheet) => (sheet.no === no ? { ...sheet, ...changes } : sheet)),
  };
}
