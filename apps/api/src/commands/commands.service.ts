import { Injectable } from '@nestjs/common';
import { pathOfCommand, type Answer, type OfficeCommandDto } from '@yihu/api-contract';
import { rulebook } from '@yihu/domain';
import { derivedId } from '@yihu/engine';
import { CorruptHistory } from '@yihu/workflow';
import type { Call } from '../http/command-call';
import { ServerParts } from '../server-parts';
import { assertPrecondition } from './precondition';
import { sealInput } from './seal-input';
import { sealOwnersOf } from './seal-owners';

/** How long an answer waits for the read models, so that whoever wrote reads what they wrote. */
const READ_YOUR_WRITES_MS = 2000;

/** The way of every command from its request to its answer. */
@Injectable()
export class CommandsService {
  constructor(private readonly parts: ServerParts) {}

  /** Gives a command about the subject that its path names. */
  execute(call: Call, body: OfficeCommandDto, facts?: object): Promise<Answer> {
    if (call.subjectId === undefined) throw new Error(`${call.command} has no subject in its path`);
    return this.executeOn(call.subjectId, call, body, facts);
  }

  /** Gives a command about a subject. `facts` is what the server itself adds to the input. */
  async executeOn(
    subjectId: string,
    asked: Call,
    body: OfficeCommandDto,
    facts: object = {},
  ): Promise<Answer> {
    const { engine, vault, store, projector, clock } = this.parts;
    const stream = `${rulebook.commands.get(asked.command)!.on}-${subjectId}`;
    // A key stands for one command about one subject: two cases share a ledger, and not each other's answers.
    const call = { ...asked, commandId: derivedId(asked.commandId, stream) };
    const { command, commandId, actorId, seenRevision, received } = call;
    // Nobody could see what the command did, so it waits until the history is read to its end again.
    if (projector.isParked(stream)) throw new CorruptHistory(`${stream} stands still in the read models`);
    const subject = await engine.load(stream);
    await assertPrecondition(store, call, stream, subject.revision);
    const sealed = sealInput(vault, body, sealOwnersOf(call, subjectId, subject), commandId);
    const answer = await engine.execute({
      command,
      commandId,
      subjectId,
      actorId,
      bodyHash: vault.bodyHash({ route: pathOfCommand(command), id: subjectId, actorId, body: received }),
      input: { ...sealed, ...facts },
      now: clock().toISOString(),
      ...(body.paperOn !== undefined && { paperOn: body.paperOn }),
      ...(seenRevision !== undefined && { seenRevision }),
    });
    await projector.waitFor(stream, answer.revision, READ_YOUR_WRITES_MS);
    return { ...answer, id: subjectId };
  }
}
