/** The rulebook has no command of this name. */
export class UnknownCommand extends Error {
  override readonly name = 'UnknownCommand';

  constructor(readonly command: string) {
    super(`There is no command ${command}.`);
  }
}

/** The command id was used before, for something else. */
export class CommandReused extends Error {
  override readonly name = 'CommandReused';

  constructor(readonly commandId: string) {
    super(`The command id ${commandId} was already used for another command.`);
  }
}

/** A recovery sweep declared the command dead before it could land. It never will. */
export class CommandAbandoned extends Error {
  override readonly name = 'CommandAbandoned';

  constructor(readonly commandId: string) {
    super(`The command ${commandId} was abandoned.`);
  }
}

/** One fact that somebody has not seen yet. */
export interface Change {
  readonly type: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly role: string;
}

/** The subject is no longer what the actor, or this engine, had before their eyes. */
export class SubjectChanged extends Error {
  override readonly name = 'SubjectChanged';

  constructor(
    readonly stream: string,
    /** The revision that was seen. */
    readonly seenRevision: number,
    /** The revision of the subject now. */
    readonly revision: number,
    /** What was recorded in between. */
    readonly changes: readonly Change[],
  ) {
    super(`${stream} was seen at revision ${seenRevision} and is at revision ${revision}.`);
  }
}

/** The engine takes no more commands, because its process is about to end. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped';

  constructor() {
    super('The engine takes no more commands.');
  }
}
