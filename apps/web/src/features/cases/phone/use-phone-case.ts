import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '@yihu/api-contract';
import { ask } from '../../../shared/api';

export function usePhoneCase(caseId: string) {
  return useQuery({
    queryKey: ['cases', caseId],
    queryFn: ({ signal }) => ask<CaseView>(`/api/cases/${caseId}`, signal),
  });
}
