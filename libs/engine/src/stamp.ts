import type { Actor, Command, Metadata, Recording } from '@yihu/workflow';
import type { CommandCall } from './request';

/** The metadata of a decision while it is being made; each event adds what is its own. */
export type Stamp = { -readonly [Name in keyof Metadata]: Metadata[Name] };

/** What is known of the metadata before the rules were asked. */
export function stampOf({ request }: CommandCall, actor: Actor, recordedAt: string): Stamp {
  return {
    actorId: actor.id,
    office: actor.office,
    role: '',
    staffRevision: actor.staffRevision,
    commandId: request.commandId,
    bodyHash: request.bodyHash,
    decisionStreams: [],
    recordedAt,
    ...(request.paperOn !== undefined && { paperOn: request.paperOn }),
  };
}

/**
 * The same command, which also fills in the rest of the stamp when it records. Until the rules have passed
 * there may be no policy to name, and only the recording tells which streams the decision is about.
 */
export function stampedBy(command: Command, stream: string, stamp: Stamp): Command {
  return {
    ...command,
    record: (context) => {
      const recording = command.record(context);
      stamp.role = context.role;
      stamp.decisionStreams = streamsOf(recording, stream);
      if (context.policyVersion !== undefined) stamp.policyVersion = context.policyVersion;
      return recording;
    },
  };
}

function streamsOf({ takes = [], gives = [] }: Recording, subject: string): readonly string[] {
  const written = (proposals: typeof takes) =>
    proposals.filter(({ facts }) => facts.length > 0).map(({ stream }) => stream);
  return [...written(takes), subject, ...written(gives)];
}
