import { openEmbeddedStore } from '@yihu/event-store';
import type { Clock } from '../../clock';
import { DEMO_DAY } from './picture';

/** Twenty past nine in Shanghai, on the demo's day. */
const DEMO_MORNING = `${DEMO_DAY}T01:20:00.000Z`;

/** The clock of a demo in a folder: it goes on from the demo's morning, or from what was last done there. */
export async function runningClock(folder: string): Promise<Clock> {
  const lastRecordedAt = await lastRecordedIn(folder);
  const startMs = Date.parse(lastRecordedAt > DEMO_MORNING ? lastRecordedAt : DEMO_MORNING);
  const startedMs = performance.now();
  return () => new Date(startMs + Math.floor(performance.now() - startedMs));
}

async function lastRecordedIn(folder: string): Promise<string> {
  const store = openEmbeddedStore({ folder });
  try {
    return store.transact((transaction) => transaction.lastRecordedAt);
  } finally {
    await store.close();
  }
}
