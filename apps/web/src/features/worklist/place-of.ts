import type { WorklistItem } from '@yihu/api-contract';

/** The page on which a thing is done. */
export function placeOf({ kind, subjectId, town, village }: WorklistItem): string {
  switch (kind) {
    case 'case':
      return `/cases/${subjectId}`;
    case 'summary':
      return `/towns/${town}/summary`;
    case 'payment':
      // What is to be drawn yet has no batch to open.
      return /^[0-9a-f-]{36}$/.test(subjectId) ? `/payments/${subjectId}` : '/payments';
    case 'notice':
      return `/notices?unit=${village ?? town}`;
  }
}
