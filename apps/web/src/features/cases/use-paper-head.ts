import type { CaseView } from '@yihu/api-contract';
import type { PaperHead } from '../../components/paper/sheet';
import { useUnitName } from '../../shared/programme';

/** The head of the papers of a case. */
export function usePaperHead({ year, household }: CaseView): PaperHead {
  const nameOf = useUnitName();
  const { name, householdClass, phoneMasked, memberCount, town, village } = household;
  return {
    year,
    townName: nameOf(town),
    villageName: nameOf(village),
    name,
    householdClass,
    phoneMasked,
    memberCount,
  };
}
