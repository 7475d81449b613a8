import type { DemoView } from '@yihu/api-contract';
import type { StoredEvent } from '@yihu/event-store';
import type { Clock } from '../../clock';
import type { Configuration } from '../../configuration';
import type { LogEntry } from '../../log';
import { startServer, type Server } from '../../server';
import type { DemoNotes } from '../../session/demo-notes';
import { builtWebFolder } from '../built-web-folder';
import { createStop } from '../stop';
import { announcement } from './announce';

interface Serving {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly notes: DemoNotes;
}

/** Serves a whole demo until it is told to stop. Gives the exit code. */
export async function serveDemo({ configuration, clock, notes }: Serving): Promise<number> {
  const stop = createStop();
  const server = await startServer({
    configuration,
    clock,
    demo: notes,
    webFolder: builtWebFolder(),
    log: logFailures,
    onStoreFailed: () => stop.with(1),
  });
  try {
    process.stdout.write(await announced(server, configuration.host));
    return await stop.told;
  } finally {
    await server.close();
  }
}

async function announced(server: Server, host: string): Promise<string> {
  const view = (await (await fetch(`${server.url}/api/demo`)).json()) as DemoView;
  const returned = view.stories.find(({ story }) => story.startsWith('returned'));
  const events = returned ? (await server.store.read(`case-${returned.caseId}`)).events : [];
  const returnedAt = events.find(isReturn)?.revision;
  return announcement({ url: server.url, host, demo: view, returnedAt });
}

function isReturn({ type }: StoredEvent): boolean {
  return type === 'PlanReturned';
}

/** A visitor's terminal shows what went wrong, and not every request. */
function logFailures(entry: LogEntry): void {
  if (entry.event === 'request' || entry.event === 'unmasked') return;
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
