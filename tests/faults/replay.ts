import type { Desk } from '@yihu/domain/testing';
import type { CommandRequest, Engine } from '@yihu/engine';

/** Does again, through a real engine on a real store, what was done at the desk. */
export async function replay(engine: Engine, { done }: Pick<Desk, 'done'>): Promise<void> {
  for (const { command, commandId, subjectId, wish } of done) {
    await engine.execute({
      command,
      commandId,
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
