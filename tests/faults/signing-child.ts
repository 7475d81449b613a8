import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { BUDGET_ATTESTATION, rulebook, type CaseState } from '@yihu/domain';
import { createEngine, derivedId, type Engine } from '@yihu/engine';
import { openEmbeddedStore } from '@yihu/event-store';
import { createProjector, openReadModels } from '@yihu/read-models';
import { caseIdOf, ON } from '@yihu/domain/testing';
import { requestOf } from './replay';

/**
 * Signs and takes back the signatures of many cases for ever, each case in a loop of its own, and tells of
 * every command when it is sent and when it is answered. Whoever started it kills it.
 */
async function main(folder: string, round: string, caseCount: number): Promise<void> {
  const store = openEmbeddedStore({ folder });
  const readModels = openReadModels({ file: join(folder, 'read-models.db') });
  await createProjector({ store, readModels }).start();
  const engine = createEngine({ store, rulebook });
  await Promise.all(
    Array.from({ length: caseCount }, (_each, index) => signForEver(engine, round, index + 1)),
  );
}

async function signForEver(engine: Engine, round: string, number: number): Promise<never> {
  const caseId = caseIdOf(number);
  const { plans } = (await engine.load(`case-${caseId}`)).data as CaseState;
  const { contentHash } = plans.at(-1)!;
  const signed = { contentHash, attestation: BUDGET_ATTESTATION.text, method: 'paper' };
  for (let step = 0; ; step += 1) {
    const [command, input] =
      step % 2 === 0 ? ['signAsTown', signed] : ['withdrawTownSignature', { reason: 'sealed.reason' }];
    const request = requestOf(
      derivedId(round, `${number}/${step}`),
      command as string,
      caseId,
      'T1',
      ON.town,
      input as object,
    );
    tell({ sent: request });
    tell({ answered: await engine.execute(request) });
  }
}

/** Written at once, past every buffer, so that what was told is known even when the next thing is the end. */
function tell(what: object): void {
  writeSync(1, `${JSON.stringify(what)}\n`);
}

const [folder, round, caseCount] = process.argv.slice(2);
void main(folder!, round!, Number(caseCount));
