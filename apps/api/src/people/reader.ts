import type { StaffState } from '@yihu/domain';
import { covers } from '@yihu/domain';
import { isSealed, maskName, SealBroken, type Vault } from '@yihu/vault';
import type { Log } from '../log';

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

/** What opens seals, and where a broken one is told. */
export interface Opening {
  readonly vault: Vault;
  readonly log: Log;
}

/** A name for this reader: whole, masked, or `undefined` when its key was destroyed. */
export function nameFor(vault: Vault, owner: string, sealedName: string, known: boolean): string | undefined {
  const clear = vault.unsealUnlessDestroyed(owner, 'name', sealedName);
  if (typeof clear !== 'string') return undefined;
  return known ? clear : maskName(clear);
}

/**
 * A payload as this reader may see it: each sealed text in clear, or left out when the reader does not know
 * the people, the key was destroyed or the seal is broken: one bad text must not hide a history, and is
 * logged. A seal is bound to the path of its text in the payload.
 */
export function payloadFor(
  { vault, log }: Opening,
  owner: string,
  payload: object,
  known: boolean,
): Record<string, unknown> {
  const unseal = (sealed: string, path: string): unknown => {
    try {
      return vault.unsealUnlessDestroyed(owner, path, sealed);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      log({ event: 'seal-broken', owner, field: path });
      return undefined;
    }
  };
  const open = (value: unknown, path: string): unknown => {
    if (isSealed(value)) return known ? unseal(value, path) : undefined;
    if (Array.isArray(value)) return value.map((each) => open(each, path));
    return typeof value === 'object' && value !== null ? openAll(value, `${path}.`) : value;
  };
  const openAll = (object: object, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(object).map(([name, value]) => [name, open(value, `${prefix}${name}`)]),
    );
  return openAll(payload, '');
}
