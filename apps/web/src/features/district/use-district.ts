import { useQuery } from '@tanstack/react-query';
import type { DistrictSummaryView } from '@yihu/api-contract';
import { ask } from '../../shared/api';
import { useSession } from '../../shared/session';

/** The towns of the district's newest programme, in the programme's order. */
export function useDistrict() {
  const { data: session } = useSession();
  const year = session?.programmes[0];
  return useQuery({
    queryKey: ['district', year],
    queryFn: ({ signal }) => ask<DistrictSummaryView>(`/api/programmes/${year}/towns`, signal),
    enabled: year !== undefined,
  });
}
