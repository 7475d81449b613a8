import type { Actor, Command, Proposal, Recording } from './command';
import type { Fact, Metadata, RecordedFact } from './fact';
import type { Folded, Workflow } from './workflow';

/**
 * Everything an engine needs to know of a programme: how streams fold, which commands there are, and how
 * an actor is found. `Read` gives commands typed access to streams by kind and id.
 */
export interface Rulebook<Read = unknown> {
  /** Throws `CorruptHistory` for a stream name of no known kind. */
  workflowOf(stream: string): Workflow;
  readonly commands: ReadonlyMap<string, Command>;
  /** Wraps a way to get a folded stream by its full name into the reader that commands gather with. */
  readerOver(foldedOf: (stream: string) => Folded): Read;
  actorOf(read: Read, actorId: string): Actor;
  readonly recovery: Recovery;
}

/** How a decision is mended of which only a part landed, on a store that cannot hold its streams together. */
export interface Recovery {
  /** A fact for the subject, after which the decision can never land. */
  fence(commandId: string): Fact;
  /** What takes back the facts that a decision took from a stream; `before` is the stream without them. */
  undo(stream: string, taken: readonly RecordedFact[], before: Folded): readonly Fact[];
  /**
   * What the first of these streams is told in place of what a decision gives it, when things went on meanwhile.
   * `rest` is all that is still to be given, in order; `by` the decision's metadata at the time of the mend; `read`
   * reads any stream as it is by now.
   *
   * Undefined: what was decided. Without `gives`: other facts as the stream's part of the decision. With `gives`: a
   * decision of its own about this stream and those, in which each stream that is not to hear of the old one any
   * more is closed to it (`DecisionAbandoned`), this stream always.
   */
  instead(
    rest: readonly Proposal[],
    by: Metadata,
    read: (stream: string) => Promise<Folded>,
  ): Promise<Recording | undefined>;
}
