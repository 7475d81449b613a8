import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StoreFaults, StorePlace } from '../../contract';
import { killChild, startChild } from '@yihu/sql/testing';
import { openEventStoreDb } from '../open-eventstoredb-store';
import { parsePosition } from '../position';
import { forgetAfter } from './forget-after';
import { startTestServer, type TestServer } from './test-server';

/** A test server with its file. */
export interface ServerPlace extends StorePlace {
  readonly file: string;
  server: TestServer;
}

export async function createServerPlace(): Promise<ServerPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-esdb-'));
  const file = join(folder, 'log');
  const place: ServerPlace = {
    file,
    server: await startTestServer({ file }),
    open: () => openEventStoreDb({ url: place.server.url, callTimeoutMs: 2_000 }),
    async remove() {
      await place.server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return place;
}

/** Ends the server, and answers how to start it again at the same address. */
async function stopServer(place: ServerPlace): Promise<() => Promise<void>> {
  const { port } = place.server;
  await place.server.stop();
  return async () => {
    place.server = await startTestServer({ file: place.file, port });
  };
}

/** Does something to the file of a server that is down. */
async function whileDown(place: ServerPlace, work: () => void | Promise<void>): Promise<void> {
  const start = await stopServer(place);
  await work();
  await start();
}

export const serverFaults: StoreFaults<ServerPlace> = {
  stopServer,
  loseEventsAfter: (place, position) =>
    whileDown(place, () => forgetAfter(place.file, parsePosition(position).commit)),
  damages: [
    { name: 'truncated', damage: ({ server }, stream) => server.log.truncateBefore(stream, 1) },
    { name: 'deleted', damage: ({ server }, stream) => server.log.softDelete(stream) },
    { name: 'tombstoned', damage: ({ server }, stream) => server.log.tombstone(stream) },
  ],
  async killWriter(place, first) {
    let acknowledged = 0;
    await whileDown(place, async () => {
      const child = startChild(join(__dirname, 'crash-writer.child.ts'), [place.file, String(first)]);
      child.on('message', () => (acknowledged += 1));
      await once(child, 'message');
      await sleep(Math.random() * 50);
      await killChild(child);
    });
    return acknowledged;
  },
};
