import { listParkedStreams, type ParkedStream } from '@yihu/read-models';
import type { ServerParts } from '../server-parts';

/** Whether the server should be sent work, and what is in the way. */
export interface Readiness {
  readonly ready: boolean;
  readonly store: 'ok' | 'failed';
  readonly projector: 'stopped' | 'catching-up' | 'live' | 'failing';
  /** Histories that could not be read further; what rests on them is marked incomplete. */
  readonly parked: readonly Pick<ParkedStream, 'stream' | 'eventType' | 'firstRevision' | 'eventCount'>[];
}

export async function readinessOf({ engine, projector, readModels }: ServerParts): Promise<Readiness> {
  const parked = await listParkedStreams(readModels.database);
  const { state } = projector.stats();
  return {
    ready: !engine.failed && parked.length === 0 && (state === 'live' || state === 'catching-up'),
    store: engine.failed ? 'failed' : 'ok',
    projector: state,
    parked: parked.map(({ stream, eventType, firstRevision, eventCount }) => ({
      stream,
      eventType,
      firstRevision,
      eventCount,
    })),
  };
}
