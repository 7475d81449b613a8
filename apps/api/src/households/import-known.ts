import { identityClaim, type HouseholdFacts, type HouseholdState } from '@yihu/domain';
import { localPhone, nameKey, type HouseholdColumnKey } from '@yihu/documents';
import type { StoredEvent } from '@yihu/event-store';
import type { ServerParts } from '../server-parts';
import type { ImportRow } from './import-rows';

/** A household that was registered before, and what a row says otherwise of it. */
export interface KnownHousehold {
  readonly householdId: string;
  readonly revision: number;
  readonly differs: readonly HouseholdColumnKey[];
  readonly hasAccount: boolean;
}

const HOUSEHOLD = 'household-';

/** Finds the household that holds the row's identity number this year, and compares the two (IMP-19). */
export async function knownHousehold(
  parts: ServerParts,
  year: number,
  row: ImportRow,
): Promise<KnownHousehold | undefined> {
  const { engine, vault, store } = parts;
  const fingerprint = vault.fingerprint('identity', row.registering.identity);
  const { data: claim } = await engine.load(`claim-${identityClaim(year, fingerprint)}`);
  const { heldBy } = claim as { readonly heldBy: string };
  if (heldBy === '') return undefined;
  const [{ data, revision }, { events }] = await Promise.all([engine.load(heldBy), store.read(heldBy)]);
  const state = data as HouseholdState;
  return {
    householdId: heldBy.slice(HOUSEHOLD.length),
    revision,
    differs: [
      ...otherInRegistration(parts, heldBy, events, row),
      ...otherInAccount(parts, state, events, row),
    ],
    hasAccount: (state.proposed ?? state.account) !== undefined,
  };
}

function otherInRegistration(
  { vault }: ServerParts,
  owner: string,
  events: readonly StoredEvent[],
  { household, registering }: ImportRow,
): readonly HouseholdColumnKey[] {
  const known = lastOf<HouseholdFacts['HouseholdRegistered']>(events, 'HouseholdRegistered')!;
  const clear = (field: 'name' | 'phone') => vault.unsealUnlessDestroyed(owner, field, known[field]);
  const same: readonly (readonly [HouseholdColumnKey, boolean])[] = [
    [
      'householdCode',
      household.householdCode === undefined || known.householdCode === household.householdCode,
    ],
    ['villageName', known.village === registering.village],
    ['name', isSame(clear('name'), registering.name, nameKey)],
    ['householdClass', known.householdClass === registering.householdClass],
    ['memberCount', known.memberCount === registering.memberCount],
    ['phone', isSame(clear('phone'), registering.phone, localPhone)],
    ['listedOn', household.listedOn === undefined || known.listedOn === household.listedOn],
  ];
  return same.flatMap(([key, isEqual]) => (isEqual ? [] : [key]));
}

function otherInAccount(
  { vault }: ServerParts,
  state: HouseholdState,
  events: readonly StoredEvent[],
  { household, proposing }: ImportRow,
): readonly HouseholdColumnKey[] {
  const known = state.proposed ?? state.account;
  if (!proposing || !known) return [];
  if (known.fingerprint !== vault.fingerprint('account', proposing.account)) return ['account'];
  const { bank, holderRelation } = lastOf<HouseholdFacts['AccountProposed']>(events, 'AccountProposed')!;
  const isOtherHolder = household.holderRelation !== undefined && household.holderRelation !== holderRelation;
  return [
    ...(bank === proposing.bank ? [] : (['bank'] as const)),
    ...(isOtherHolder ? (['holderRelation'] as const) : []),
  ];
}

/** What was sealed for a household whose key is gone cannot differ any more. */
function isSame(known: unknown, given: string, key: (text: string) => string): boolean {
  return known === undefined || key(String(known)) === key(given);
}

function lastOf<Data>(events: readonly StoredEvent[], type: string): Data | undefined {
  return events.findLast((event) => event.type === type)?.data as Data | undefined;
}
