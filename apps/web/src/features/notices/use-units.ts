import { useProgramme } from '../../shared/programme';
import { useSession } from '../../shared/session';

interface Unit {
  readonly code: string;
  readonly name: string;
}

/** The units whose notices a person looks at together: a town with its villages, or a village by itself. */
export function useUnits(): readonly Unit[] | undefined {
  const { data: session } = useSession();
  const { data: programme } = useProgramme();
  if (!session || !programme) return undefined;
  const own = programme.units.filter(({ code }) =>
    session.grants.some(({ territory }) => code.startsWith(territory)),
  );
  const towns = own.filter(({ code }) => code in programme.towns);
  return [...towns, ...own.filter(({ code }) => !towns.some((town) => code.startsWith(town.code)))];
}

/** The town that a unit is or lies in. */
export function useTownOf(unit: string | undefined): string | undefined {
  const { data: programme } = useProgramme();
  if (!programme || unit === undefined) return undefined;
  return Object.keys(programme.towns).find((town) => unit.startsWith(town));
}
