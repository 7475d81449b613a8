import { useQuery } from '@tanstack/react-query';
import type { WorklistView } from '@yihu/api-contract';
import { ask } from '../../../shared/api';

/** More than a village cadre ever has at once; a list that is longer says so. */
const ITEMS = 200;

/** What waits for the signed-in person. It is asked again while the screen is looked at. */
export function useToday() {
  return useQuery({
    queryKey: ['worklist', 'phone'],
    queryFn: ({ signal }) => ask<WorklistView>(`/api/worklist?queue=todo&limit=${ITEMS}`, signal),
    refetchInterval: 30_000,
  });
}
