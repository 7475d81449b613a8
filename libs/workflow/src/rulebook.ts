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
   * What a stream is told in place of what a decision gives it, when it went on meanwhile and cannot take that any
   * more: `subject` are the facts for the stream itself, and `gives` what follows from them elsewhere. Undefined
   * when it takes what was decided. `by` is the decision's metadata at the time of the mend; `read` reads any
   * stream as it is by now.
   */
  instead(
    give: Proposal,
    by: Metadata,
    read: (stream: string) => Promise<Folded>,
  ): Promise<Recording | undefined>;
}
