import { COMMAND_ROUTES, type CommandRoute } from '@yihu/api-contract';
import type { EventStore } from '@yihu/event-store';
import type { Metadata } from '@yihu/workflow';
import type { Call } from '../http/command-call';
import { RequestProblem } from '../http/request-problem';

/**
 * Throws `RequestProblem` when the subject must be there and is not, or when it is there and the actor does
 * not say which revision of it they saw (CON-05). A command that landed before is let through to its answer.
 */
export async function assertPrecondition(
  store: EventStore,
  { command, commandId, seenRevision }: Call,
  stream: string,
  revision: number,
): Promise<void> {
  const { opens }: CommandRoute = COMMAND_ROUTES[command];
  const isThere = revision >= 0;
  if (!isThere && opens === undefined) throw new RequestProblem('not-found');
  // What opens once is refused by the rules when it is there, and they say more than a missing header does.
  if (!isThere || opens === 'once' || seenRevision !== undefined) return;
  if (!(await hasLanded(store, stream, commandId))) throw new RequestProblem('precondition-required');
}

async function hasLanded(store: EventStore, stream: string, commandId: string): Promise<boolean> {
  const { events } = await store.read(stream);
  return events.some((event) => (event.metadata as unknown as Metadata).commandId === commandId);
}
