import { useQuery } from '@tanstack/react-query';
import type { NoticeListItem, PostableCase, TownSummaryView } from '@yihu/api-contract';
import { ask } from '../../shared/api';
import { useSession } from '../../shared/session';

const useYear = () => useSession().data?.programmes[0];

/** The notices of a village, or of a town and its villages. */
export function useNotices(unit: string | undefined) {
  const year = useYear();
  return useQuery({
    queryKey: ['notices', year, unit],
    queryFn: ({ signal }) => ask<readonly NoticeListItem[]>(`/api/notices?year=${year}&unit=${unit}`, signal),
    enabled: year !== undefined && unit !== undefined,
  });
}

/** The cases that the next posting of a notice has to show. */
export function usePostable({ year, unit, kind }: Pick<NoticeListItem, 'year' | 'unit' | 'kind'>) {
  return useQuery({
    queryKey: ['postable', year, unit, kind],
    queryFn: ({ signal }) =>
      ask<readonly PostableCase[]>(`/api/notices/postable?year=${year}&unit=${unit}&kind=${kind}`, signal),
  });
}

/** The households of a town: a notice holds cases and amounts, and names nobody. */
export function useHouseholds(year: number, town: string) {
  return useQuery({
    queryKey: ['town-summary', year, town],
    queryFn: ({ signal }) => ask<TownSummaryView>(`/api/summaries/${year}-${town}/rows`, signal),
  });
}
