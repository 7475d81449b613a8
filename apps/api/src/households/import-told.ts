import { sayImport, sayRefusal, sayValidation, type ImportProblem, type Language } from '@yihu/api-contract';
import type { ProblemDetail, RosterProblem } from '@yihu/documents';
import type { Refusal } from '@yihu/workflow';
import type { WrongField } from '../http/request-problem';

/** What an import says beside what reading the file says; the language files have words for each. */
export const IMPORT_CODES = [
  'town-unknown',
  'village-unknown',
  'village-elsewhere',
  'unit-name-differs',
  'code-given',
  'row-failed',
  'more-problems',
] as const;

/** Something about a row, not yet in anybody's language. It names columns, and never what a cell holds. */
export interface ImportTold extends Omit<ImportProblem, 'message'> {
  readonly say: (language: Language) => string;
}

export function importError(row: number, column: string | undefined, code: string): ImportTold {
  return toldOf(row, column, code, 'error', (language) => sayImport(code, {}, language));
}

export function importNotice(row: number, code: string, detail: ProblemDetail = {}): ImportTold {
  return toldOf(row, undefined, code, 'notice', (language) => sayImport(code, detail, language));
}

/** What reading the file found. */
export function toldByReading({ row, column, code, detail, weight }: RosterProblem): ImportTold {
  return toldOf(row, column, code, weight, (language) => sayImport(code, detail, language));
}

/** A field that a request could not have. */
export function toldByField(
  row: number,
  column: string | undefined,
  { kind, numbers }: WrongField,
): ImportTold {
  return toldOf(row, column, kind, 'error', (language) => sayValidation(kind, numbers, language));
}

/** A rule that would refuse the household. */
export function toldByRule(row: number, column: string | undefined, refusal: Refusal): ImportTold {
  return toldOf(row, column, refusal.rule, 'error', (language) => sayRefusal(refusal, language));
}

/** A row that failed after all had been checked. */
export function toldByFailure(row: number, reasonIn: (language: Language) => string): ImportTold {
  const say = (language: Language) => sayImport('row-failed', { reason: reasonIn(language) }, language);
  return toldOf(row, undefined, 'row-failed', 'error', say);
}

function toldOf(
  row: number,
  column: string | undefined,
  code: string,
  weight: ImportTold['weight'],
  say: ImportTold['say'],
): ImportTold {
  return { row, ...(column !== undefined && { column }), code, weight, say };
}
