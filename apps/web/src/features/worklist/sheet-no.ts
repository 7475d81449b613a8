import type { WorklistItem } from '@yihu/api-contract';

/** The sheet of a summary that a thing to do is about; none, when it is to be drawn yet or no summary. */
export function sheetNoOf({ kind, subjectId, key }: Pick<WorklistItem, 'kind' | 'subjectId' | 'key'>) {
  const start = `${kind}-${subjectId}-`;
  const no = key?.startsWith(start) ? Number(key.slice(start.length)) : Number.NaN;
  return Number.isInteger(no) ? no : undefined;
}
