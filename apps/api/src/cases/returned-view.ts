import type { ReturnedView } from '@yihu/api-contract';
import type { CaseFacts } from '@yihu/domain';
import type { CaseDetail } from '@yihu/read-models';
import { payloadFor, type Opening } from '../people/reader';

/** The return that a plan has not made good yet. */
export function returnedView(
  opening: Opening,
  owner: string,
  { revision, data, actorId, recordedAt: at }: NonNullable<CaseDetail['returned']>,
  staffNames: Readonly<Record<string, string>>,
  known: boolean,
): ReturnedView {
  const payload = JSON.parse(data) as CaseFacts['PlanReturned'];
  const { level, reasonCode, fields } = payload;
  const { text } = payloadFor(opening, owner, payload, known);
  const by = staffNames[actorId];
  return {
    revision,
    level,
    reasonCode,
    fields,
    ...(typeof text === 'string' && { text }),
    ...(by !== undefined && { by }),
    at,
  };
}
