import type { Desk } from '@yihu/domain/testing';
import { derivedId, type CommandRequest, type Engine } from '@yihu/engine';

/** Namespace of the command ids that prepare a test; each test's own ids come from elsewhere. */
const PREPARATION = '0b0f7a0e-5b1d-5c1e-8f43-9d2f6c2d1a01';

/** Does again, through a real engine on a real store, what was done at the desk. */
export async function replay(engine: Engine, { done }: Desk): Promise<void> {
  for (const [index, { command, subjectId, wish }] of done.entries()) {
    await engine.execute({
      command,
      commandId: derivedId(PREPARATION, String(index)),
      subjectId,
      actorId: wish.by,
      bodyHash: 'preparation',
      input: wish.input ?? {},
      now: wish.at,
      ...(wish.paperOn !== undefined && { paperOn: wish.paperOn }),
    });
  }
}

/** A request as a test makes it: what does not matter is filled in. */
export function requestOf(
  commandId: string,
  command: string,
  subjectId: string,
  actorId: string,
  now: string,
  input: object,
): CommandRequest {
  return { command, commandId, subjectId, actorId, bodyHash: `${command} ${subjectId}`, input, now };
}
