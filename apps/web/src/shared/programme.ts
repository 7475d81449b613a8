import { useQuery } from '@tanstack/react-query';
import type { ProgrammeView } from '@yihu/api-contract';
import { ask } from './api';
import { useSession } from './session';

/** The district's newest programme. */
export function useProgramme() {
  const { data: session } = useSession();
  const year = session?.programmes[0];
  return useQuery({
    queryKey: ['programme', year],
    queryFn: ({ signal }) => ask<ProgrammeView>(`/api/programmes/${year}`, signal),
    enabled: year !== undefined,
    staleTime: 10 * 60_000,
  });
}

/** Says the name of a town or village by its code; a code that the programme does not name is said as it is. */
export function useUnitName(): (code: string) => string {
  const { data: programme } = useProgramme();
  return (code) => programme?.units.find((unit) => unit.code === code)?.name ?? code;
}
