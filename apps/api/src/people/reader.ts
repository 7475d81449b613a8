import type { StaffState } from '@yihu/domain';
import { covers } from '@yihu/domain';
import { isSealed, maskName, type Vault } from '@yihu/vault';

/** Administrators run accounts; knowing who the households are is no part of that. */
const BLIND_ROLES: readonly string[] = ['administrator'];

/** Whether a member of staff has a role for which the people of a unit are known by name. */
export function knowsPeopleOf(reader: Pick<StaffState, 'grants'>, unit: string): boolean {
  return territoriesKnownTo(reader).some((territory) => covers(territory, unit));
}

/** The territories within which a member of staff knows the people by name. */
export function territoriesKnownTo({ grants }: Pick<StaffState, 'grants'>): readonly string[] {
  return grants.filter(({ role }) => !BLIND_ROLES.includes(role)).map(({ territory }) => territory);
}

/** A name for this reader: whole, masked, or `undefined` when its key was destroyed. */
export function nameFor(vault: Vault, owner: string, sealedName: string, known: boolean): string | undefined {
  const clear = vault.unsealUnlessDestroyed(owner, 'name', sealedName);
  if (typeof clear !== 'string') return undefined;
  return known ? clear : maskName(clear);
}

/**
 * A payload as this reader may see it: each sealed text in clear, or left out when the reader does not know
 * the people or the key was destroyed. A seal is bound to the path of its text in the payload.
 */
export function payloadFor(
  vault: Vault,
  owner: string,
  payload: object,
  known: boolean,
): Record<string, unknown> {
  const open = (value: unknown, path: string): unknown => {
    if (isSealed(value)) return known ? vault.unsealUnlessDestroyed(owner, path, value) : undefined;
    if (Array.isArray(value)) return value.map((each) => open(each, path));
    return typeof value === 'object' && value !== null ? openAll(value, `${path}.`) : value;
  };
  const openAll = (object: object, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, open(value, `${prefix}${name}`)]),
    );
  return openAll(payload, '');
}
