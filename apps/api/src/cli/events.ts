import { once } from 'node:events';
import type { EventStore } from '@yihu/event-store';
import { mayHoldEvents, nameOf, openStore } from '../open-store';
import { readArguments } from './arguments';
import { CannotGoOn } from './cannot-go-on';
import { eventLine } from './event-line';

const PAGE_EVENTS = 1000;

/**
 * Prints every event as one line of JSON, in the order of the store.
 *
 * It takes no lock, so it works beside a running server: SQLite's readers see whole commits only, never hold
 * up the writer, and nothing is written here.
 */
export async function events(argv: readonly string[]): Promise<number> {
  const { eventStore } = readArguments(argv).configuration;
  if (!mayHoldEvents(eventStore)) throw new CannotGoOn(`${nameOf(eventStore)} holds no events.`);
  const store = await openStore(eventStore, { lock: false });
  try {
    await printEvents(store, process.stdout);
    return 0;
  } catch (error) {
    // Whoever reads may have seen enough, as `head` does.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
    throw error;
  } finally {
    await store.close();
  }
}

async function printEvents(store: EventStore, output: NodeJS.WriteStream): Promise<void> {
  let afterPosition: string | undefined;
  const failed = once(output, 'error').then(([error]) => Promise.reject(error as Error));
  failed.catch(() => undefined);
  for (;;) {
    const page = await store.readAll({
      limit: PAGE_EVENTS,
      ...(afterPosition !== undefined && { afterPosition }),
    });
    if (page.length === 0) return;
    const text = page.map((event) => `${eventLine(event)}\n`).join('');
    const written = new Promise<void>((resolve) => output.write(text, () => resolve()));
    await Promise.race([written, failed]);
    afterPosition = page.at(-1)!.position;
  }
}
