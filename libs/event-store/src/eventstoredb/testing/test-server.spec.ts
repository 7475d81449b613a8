import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestServer, type TestServer } from './test-server';

const credentials = { username: 'admin', password: 'changeit' };
let folder: string;
let server: TestServer;
let client: EventStoreDBClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-esdb-'));
  server = await startTestServer({ file: join(folder, 'log') });
  client = EventStoreDBClient.connectionString(server.url);
});

afterEach(async () => {
  await client.dispose();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const events = (count: number) =>
  Array.from({ length: count }, (_, index) => jsonEvent({ type: 'Drafted', data: { index, name: '户' } }));

async function taken<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of stream) found.push(each);
  return found;
}

it.each([
  ['unary', { credentials }],
  ['batch', {}],
])('takes, repeats and refuses appends of the %s path', async (_path, options) => {
  const three = events(3);
  const first = await client.appendToStream('case-1', three, { ...options, expectedRevision: NO_STREAM });
  expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
  const again = await client.appendToStream('case-1', three, { ...options, expectedRevision: NO_STREAM });
  expect(again).toEqual(first);
  const other = client.appendToStream('case-1', events(1), { ...options, expectedRevision: 0n });
  await expect(other).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 2n });
  const read = await taken(client.readStream('case-1'));
  expect(read.map(({ event }) => event?.data)).toEqual(three.map(({ data }) => data));
});
