import type { CaseHousehold } from '@yihu/api-contract';
import type { HouseholdClass } from '@yihu/domain';
import type { Vault } from '@yihu/vault';
import { nameFor } from './reader';

/** What a row or a fold says of a household. */
export interface HouseholdFacts {
  readonly householdId: string;
  readonly householdCode: string;
  readonly householdClass: HouseholdClass;
  readonly town: string;
  readonly village: string;
}

/** A household for one reader. `sealedName` is null when the household's own row is not there. */
export function householdView(
  vault: Vault,
  { householdId, householdCode, householdClass, town, village }: HouseholdFacts,
  sealedName: string | null,
  known: boolean,
): CaseHousehold {
  const name =
    sealedName === null ? undefined : nameFor(vault, `household-${householdId}`, sealedName, known);
  const named = name === undefined ? {} : { name };
  return { householdId, householdCode, householdClass, town, village, ...named, nameMasked: !known };
}
