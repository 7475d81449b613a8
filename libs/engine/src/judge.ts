import {
  decide,
  staleRevision,
  type Decided,
  type Folded,
  type Metadata,
  type Rulebook,
} from '@yihu/workflow';
import { CommandAbandoned } from './errors';
import { ABANDONED, type KnownStream } from './known-stream';
import type { CommandCall } from './request';
import { stampedBy, stampOf } from './stamp';
import { loaded, type View } from './view';

/** The streams as the command sees them that is being settled. */
export interface DecidingView extends View {
  /** The last revision of the facts that a command recorded in a stream, or `ABANDONED`. */
  revisionOf(stream: string, commandId: string): number | undefined;
  /** When the last event of the store was recorded, as far as this process knows. */
  readonly lastRecordedAt: string;
}

/** One try at settling a command. */
export interface Attempt {
  /** The revision that the subject must still have, since an earlier attempt was decided on it. */
  subjectRevision: number | undefined;
  /** Noted down while judging: each stream that was looked at, as it was seen. */
  readonly touched: Map<string, KnownStream>;
}

/** What is to be done about a command, unless it is refused. */
export type Verdict =
  | { readonly kind: 'landed'; readonly revision: number }
  | { readonly kind: 'changed'; readonly seenRevision: number }
  | DecidedVerdict;

/** The command is allowed, and this is what it records. */
export interface DecidedVerdict {
  readonly kind: 'decided';
  readonly decided: Decided;
  readonly metadata: Metadata;
}

/** Judges a command on what is loaded. Throws `Refused`, `CommandAbandoned` or what the rulebook throws. */
export function judge(rulebook: Rulebook, call: CommandCall, view: DecidingView, attempt: Attempt): Verdict {
  const { command, stream, request } = call;
  const foldedOf = (name: string): Folded => {
    const known = attempt.touched.get(name) ?? loaded(view, name);
    attempt.touched.set(name, known);
    return known.folded;
  };
  const subject = foldedOf(stream);
  const landedAt = view.revisionOf(stream, request.commandId);
  if (landedAt === ABANDONED) throw new CommandAbandoned(request.commandId);
  if (landedAt !== undefined) return { kind: 'landed', revision: landedAt };
  const seenRevision = outdatedSight(call, subject, attempt);
  if (seenRevision !== undefined) return { kind: 'changed', seenRevision };

  const read = rulebook.readerOver(foldedOf);
  const actor = rulebook.actorOf(read, request.actorId);
  const { commandId, subjectId, now, paperOn, input } = request;
  const context = command.gather(read, { commandId, subjectId, now, paperOn, actor, input });
  // Time never runs backwards within a store, whatever the clock of the machine does.
  const metadata = stampOf(call, actor, now > view.lastRecordedAt ? now : view.lastRecordedAt);
  const streams = { workflowOf: (name: string) => rulebook.workflowOf(name), foldedOf };
  const decided = decide(stampedBy(command, stream, metadata), context, streams, stream, metadata);
  return { kind: 'decided', decided, metadata };
}

/** Whether more was recorded since a revision than that a decision never came to be. */
function wentOn({ revision, lastRevisionOf }: Folded, since: number): boolean {
  if (revision === since) return false;
  return Object.entries(lastRevisionOf).some(([type, at]) => at > since && type !== 'DecisionAbandoned');
}

/** The revision that was seen, when what came after it could mislead; a revision yet to come misleads too. */
function outdatedSight(call: CommandCall, subject: Folded, attempt: Attempt): number | undefined {
  const { subjectRevision } = attempt;
  if (subjectRevision !== undefined && wentOn(subject, subjectRevision)) return subjectRevision;
  const { seenRevision } = call.request;
  if (seenRevision === undefined) return undefined;
  const misleads = seenRevision > subject.revision || staleRevision(call.command, subject) > seenRevision;
  return misleads ? seenRevision : undefined;
}
