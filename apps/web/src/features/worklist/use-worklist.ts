import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { WorklistItem, WorklistQueue, WorklistView } from '@yihu/api-contract';
import { ask } from '../../shared/api';
import { sessionToken } from '../../shared/session-token';
import { sheetNoOf } from './sheet-no';

/** Others put things on this desk while it is open. */
const POLL_MS = 15_000;

export interface WorklistFilter {
  readonly queue: WorklistQueue;
  readonly task?: string | undefined;
  readonly village?: string | undefined;
  readonly text?: string | undefined;
}

/** A person's list, page by page. The one on the screen stays there until another one has come. */
export function useWorklist(filter: WorklistFilter, limit = 50) {
  return useInfiniteQuery({
    queryKey: ['worklist', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      ask<WorklistView>(`/api/worklist?${parameters({ ...filter, limit, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
    enabled: sessionToken() !== undefined,
  });
}

/** How many things wait for the signed-in person. */
export function useTodoCount(): number | undefined {
  return useWorklist({ queue: 'todo' }).data?.pages[0]?.counts.todo;
}

/** A thing in a list by what it is about, for a summary the sheet of it: what waits for the next step is the same thing still. */
export const subjectOf = (item: Pick<WorklistItem, 'kind' | 'subjectId' | 'key'>): string => {
  const no = sheetNoOf(item);
  return `${item.kind}:${item.subjectId}${no === undefined ? '' : `:${no}`}`;
};

function parameters(values: Readonly<Record<string, string | number | undefined>>): URLSearchParams {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(given);
}
