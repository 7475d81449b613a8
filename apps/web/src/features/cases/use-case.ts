import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CaseView, TimelineItem } from '@yihu/api-contract';
import { ask } from '../../shared/api';

/** One history is one request. */
const EVENTS_MAX = 500;

/** Somebody else may act on the case that is open here. */
const POLL_MS = 10_000;

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', caseId],
    queryFn: ({ signal }) => ask<CaseView>(`/api/cases/${caseId}`, signal),
  });

export const useCase = (caseId: string, pollMs = POLL_MS) =>
  useQuery({ ...caseQuery(caseId), refetchInterval: pollMs });

/** What happened on a case; read anew when its revision moves. */
export const useCaseEvents = (caseId: string, revision: number) =>
  useQuery({
    queryKey: ['case-events', caseId, revision],
    queryFn: ({ signal }) =>
      ask<readonly TimelineItem[]>(`/api/cases/${caseId}/events?limit=${EVENTS_MAX}`, signal),
    placeholderData: (before) => before,
  });
