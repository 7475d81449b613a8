import type { Command, Rulebook } from '@yihu/workflow';
import { validate } from 'uuid';
import { UnknownCommand } from './errors';

/** A command as it reaches the engine: who wants what done to which subject, and when they asked. */
export interface CommandRequest {
  /** The name of a command of the rulebook. */
  readonly command: string;
  /** A UUID. The same id with the same body hash is answered with the first answer, for ever. */
  readonly commandId: string;
  readonly subjectId: string;
  readonly actorId: string;
  /** Tells two bodies apart. It must cover the command, its subject and its input. */
  readonly bodyHash: string;
  readonly input: unknown;
  /** The date on the office paper, where there is one. */
  readonly paperOn?: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly now: string;
  /** The revision of the subject that the actor had before their eyes. */
  readonly seenRevision?: number;
}

/** A request together with the command that it names and the stream that the command is about. */
export interface CommandCall {
  readonly command: Command;
  readonly stream: string;
  readonly request: CommandRequest;
}

// Times are compared as text, which is only right when all have the same form.
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Finds the command of a request. Throws `UnknownCommand`, and `TypeError` for what no caller may send. */
export function callOf(rulebook: Rulebook, request: CommandRequest): CommandCall {
  if (!validate(request.commandId)) throw new TypeError('The command id is not a UUID.');
  const { seenRevision } = request;
  if (seenRevision !== undefined && !(Number.isSafeInteger(seenRevision) && seenRevision >= -1)) {
    throw new TypeError(`${seenRevision} is not a revision.`);
  }
  const command = commandOf(rulebook, request.command);
  return {
    command,
    stream: streamOf(command, request.subjectId),
    // Event ids come from the bytes of the id, so its two spellings must not pass for two commands.
    request: { ...request, commandId: request.commandId.toLowerCase(), now: checkedTime(request.now) },
  };
}

/** Throws `UnknownCommand` for a name that the rulebook does not have. */
export function commandOf(rulebook: Rulebook, name: string): Command {
  const command = rulebook.commands.get(name);
  if (!command) throw new UnknownCommand(name);
  return command;
}

/** The stream that a command is about. */
export function streamOf(command: Command, subjectId: string): string {
  return `${command.on}-${subjectId}`;
}

/** Throws `TypeError` for a time that is not UTC with milliseconds. */
export function checkedTime(time: string): string {
  if (!timePattern.test(time)) throw new TypeError(`"${time}" is not a time in UTC with milliseconds.`);
  return time;
}
