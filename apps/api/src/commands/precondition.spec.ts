import { COMMAND_ROUTES, type CommandName, type CommandRoute } from '@yihu/api-contract';
import type { EventStore } from '@yihu/event-store';
import type { Call } from '../http/command-call';
import { assertPrecondition } from './precondition';

const LANDED = '0b2f1c1e-4e0d-5b6a-9c3d-2a1b0c9d8e7f';

/** A stream that one command has written to. */
const store = {
  read: async () => ({ lastRevision: 0, events: [{ metadata: { commandId: LANDED } }] }),
} as unknown as EventStore;

function call(command: CommandName, changes: Partial<Call> = {}): Call {
  const commandId = 'ffffffff-4e0d-5b6a-9c3d-2a1b0c9d8e7f';
  return {
    command,
    subjectId: 'a',
    actorId: 'a',
    commandId,
    seenRevision: undefined,
    received: {},
    ...changes,
  };
}

const commands = Object.entries(COMMAND_ROUTES) as [CommandName, CommandRoute][];

describe.each(commands)('%s (CON-05)', (command, { opens }) => {
  it('about what is there needs the revision that was seen, unless it can only open', async () => {
    const checked = assertPrecondition(store, call(command), 'case-a', 0);
    if (opens === 'once') await expect(checked).resolves.toBeUndefined();
    else await expect(checked).rejects.toMatchObject({ kind: 'precondition-required' });
  });

  it('with that revision, or when it landed before, goes on', async () => {
    await assertPrecondition(store, call(command, { seenRevision: 0 }), 'case-a', 0);
    await assertPrecondition(store, call(command, { commandId: LANDED }), 'case-a', 0);
  });

  it('about nothing is told so, unless it opens something', async () => {
    const checked = assertPrecondition(store, call(command), 'case-a', -1);
    if (opens) await expect(checked).resolves.toBeUndefined();
    else await expect(checked).rejects.toMatchObject({ kind: 'not-found' });
  });
});
