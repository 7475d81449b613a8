import type { HouseholdColumnKey } from '@yihu/documents';
import type { Refusal } from '@yihu/workflow';
import type { ServerParts } from '../server-parts';
import type { ImportAim } from './import-aim';
import type { KnownHousehold } from './import-known';
import type { ImportRow } from './import-rows';
import { accountFacts, identityFacts } from './number-facts';

/** What a rule has against a row, and the column that it is about. */
export interface RowRefusal {
  readonly refusal: Refusal;
  readonly column: HouseholdColumnKey;
}

const COLUMN_OF_RULE: Readonly<Record<string, HouseholdColumnKey>> = {
  'in-territory': 'villageName',
  'roster-open': 'townName',
  'identity-region': 'identity',
  'identity-unique': 'identity',
  'account-unique': 'account',
  'holder-in-household': 'holderRelation',
};

/** Rules about a household that must be there first. A row registers it. */
const ONCE_REGISTERED = ['on-roster', 'in-territory'];

/** Asks the rulebook about the two commands of a row. Of a known household, who may ask is all that is asked. */
export async function refusedOf(
  parts: ServerParts,
  aim: ImportAim,
  { registering, proposing }: ImportRow,
  known: KnownHousehold | undefined,
): Promise<readonly RowRefusal[]> {
  const { engine, vault, clock } = parts;
  const asking = { subjectId: aim.importId, actorId: aim.actorId, now: clock().toISOString() };
  const explain = async (command: string, input: object) => {
    const [explained] = await engine.explain({ ...asking, commands: [command], input });
    return explained!.refusals;
  };
  // Rules see what is not sealed and nothing else.
  const { year, village } = registering;
  const registered = await explain('registerHousehold', {
    year,
    village,
    ...identityFacts(vault, registering),
  });
  if (known) return rowRefusals(registered.filter(({ kind }) => kind === 'authority'));
  if (!proposing) return rowRefusals(registered);
  const { holderRelation } = proposing;
  const proposed = await explain('proposeAccount', {
    year,
    holderRelation,
    ...accountFacts(vault, proposing),
  });
  return rowRefusals([...registered, ...proposed.filter(({ rule }) => !ONCE_REGISTERED.includes(rule))]);
}

function rowRefusals(refusals: readonly Refusal[]): readonly RowRefusal[] {
  return refusals.map((refusal) => ({ refusal, column: COLUMN_OF_RULE[refusal.rule] ?? 'name' }));
}
