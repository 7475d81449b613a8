import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventStore, type StorePlace } from '../contract';
import { openEventStoreDb } from './open-eventstoredb-store';
import { startTestServer, type TestServer } from './testing/test-server';

interface ServerPlace extends StorePlace {
  server: TestServer;
}

async function createPlace(): Promise<ServerPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-esdb-'));
  const place: ServerPlace = {
    server: await startTestServer({ file: join(folder, 'log') }),
    open: () => openEventStoreDb({ url: place.server.url, callTimeoutMs: 2_000 }),
    async remove() {
      await place.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}

describeEventStore<ServerPlace>('EventStoreDB', {
  atomic: false,
  refusesKnownIds: false,
  createPlace,
  faults: {},
});
