import type { ProgrammeView, SessionView } from '@yihu/api-contract';

const DISTRICT_LENGTH = 6;

/** The unit whose notices a person most likely came for: their own, or the district's first town. */
export function ownUnit(
  session: Pick<SessionView, 'grants'> | undefined,
  programme: Pick<ProgrammeView, 'units' | 'towns'> | undefined,
): string | undefined {
  const own = session?.grants
    .map(({ territory }) => territory)
    .find(({ length }) => length > DISTRICT_LENGTH);
  return own ?? programme?.units.find(({ code }) => code in programme.towns)?.code;
}
