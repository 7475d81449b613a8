import type { Actor, Command } from './command';
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
}
