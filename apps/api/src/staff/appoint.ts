import type { Answer, Engine } from '@yihu/engine';
import { OPERATOR_ID } from '@yihu/domain';
import type { Vault } from '@yihu/vault';
import type { Clock } from '../clock';

/** One of the first administrators, whom nobody but the operator can make. */
export interface Appointee {
  readonly staffId: string;
  readonly name: string;
  readonly office: string;
  readonly unit: string;
}

interface AppointingParts {
  readonly engine: Engine;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** Appoints an administrator in the operator's name. It is part of no surface. */
export function appointAdministrator(
  { engine, vault, clock }: AppointingParts,
  { staffId, name, office, unit }: Appointee,
  commandId: string,
): Promise<Answer> {
  const owner = `staff-${staffId}`;
  vault.ensureKey(owner);
  return engine.execute({
    command: 'appointAdministrator',
    commandId,
    subjectId: staffId,
    actorId: OPERATOR_ID,
    bodyHash: vault.bodyHash({ staffId, name, office, unit }),
    input: { name: vault.seal(owner, 'name', name, commandId), office, unit },
    now: clock().toISOString(),
  });
}
