import { useQuery } from '@tanstack/react-query';
import type { CaseView, TimelineItem } from '@yihu/api-contract';
import { ask } from '../../shared/api';

/** More events than any case has. */
const EVENTS_MAX = 500;

/** A case as it stands now, for the words about its household. */
export function useCaseNow(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => ask<CaseView>(`/api/cases/${caseId}`, signal),
  });
}

/** Every event of a case, from the first. */
export function useCaseEvents(caseId: string) {
  return useQuery({
    queryKey: ['case', caseId, 'events'],
    queryFn: ({ signal }) =>
      ask<readonly TimelineItem[]>(`/api/cases/${caseId}/events?limit=${EVENTS_MAX}`, signal),
  });
}
