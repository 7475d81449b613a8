import { useQuery } from '@tanstack/react-query';
import type { TownSummaryView } from '@yihu/api-contract';
import { ask } from '../../shared/api';
import { useSession } from '../../shared/session';

/** A town's summary in the district's newest programme. */
export function useTownSummary(town: string) {
  const { data: session } = useSession();
  const year = session?.programmes[0];
  return useQuery({
    queryKey: ['town-summary', year, town],
    queryFn: ({ signal }) => ask<TownSummaryView>(`/api/summaries/${year}-${town}/rows`, signal),
    enabled: year !== undefined,
  });
}
