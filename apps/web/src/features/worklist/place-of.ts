import type { WorklistItem } from '@yihu/api-contract';
import { sheetNoOf } from './sheet-no';

/** An address of the desk, in the parts that its router takes. */
export interface Place {
  readonly to: string;
  readonly search?: Readonly<Record<string, string | number>>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page on which a thing is done. */
export function placeOf(item: WorklistItem): Place {
  const { kind, subjectId, town, village } = item;
  switch (kind) {
    case 'case':
      return { to: `/cases/${subjectId}` };
    case 'summary':
      return { to: `/towns/${town}/summary`, ...sheetOf(item) };
    case 'payment':
      // What is to be drawn yet has no batch to open.
      return { to: UUID.test(subjectId) ? `/payments/${subjectId}` : '/payments' };
    case 'notice':
      // Year, unit and which of its two notices.
      return { to: '/notices', search: { unit: village ?? town, kind: subjectId.split('-').at(-1)! } };
  }
}

function sheetOf(item: WorklistItem): Pick<Place, 'search'> {
  const sheet = sheetNoOf(item);
  return sheet === undefined ? {} : { search: { sheet } };
}
