import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PaymentView } from '@yihu/api-contract';
import type { EventStore } from '@yihu/event-store';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import { startServerChild, type ServerChild } from '../faults/server-child';
import { TOWN, YEAR, type Person } from '../http/cast';
import { designateAccount, fileSheet, hangNotices, sealSheet, signAsTown } from '../http/money-steps';
import { must, startOffice, type Answer, type Office } from '../http/office';
import { hashOf, openCases, openProgramme, registerHousehold, signAsVillage } from '../http/steps';
import { yihu } from '../season/run-season';

const NOW = '2024-03-10T02:00:00.000Z';
const CASES = 3;
/** A batch that was half drawn is whole again this long after the restart, or it is shown. */
const RESUMED_MS = 60_000;

let place: ServerPlace;
let store: EventStore;
let office: Office;
let cases: readonly string[];
let server: ServerChild | undefined;

beforeAll(async () => {
  // Builds the command when its sources are newer; asking for nothing prints the usage.
  expect(yihu().status).toBe(2);
  place = await createServerPlace();
  store = await place.open();
  office = await startOffice({ eventStoreUrl: place.server.url });
  await openProgramme(office, CASES);
  const householdIds: string[] = [];
  for (let number = 1; number <= CASES; number += 1) {
    householdIds.push(await registerHousehold(office, number));
    await designateAccount(office, householdIds.at(-1)!, number);
  }
  cases = await openCases(office, householdIds);
  for (const caseId of cases) {
    await signAsVillage(office, caseId, 150_000);
    await signAsTown(office, caseId);
  }
  await fileSheet(office, await sealSheet(office, cases), cases);
  await hangNotices(office, cases, { from: '2024-03-02', until: '2024-03-10' });
  await office.server.close();
}, 120_000);

afterAll(async () => {
  await server?.kill();
  await store.close();
  await place.remove();
});

const start = () => startServerChild({ folder: office.folder, now: NOW, eventStoreUrl: place.server.url });

async function send<Body>(person: Person, path: string, body?: object, ifMatch?: number) {
  const reply = await fetch(`${server!.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${office.tokenOf(person)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Body };
}

const eventsOf = async (type: string) =>
  (await store.readAll({ limit: 100_000 })).filter((event) => event.type === type);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const endAt = Date.now() + RESUMED_MS;
  while (!(await isSo())) {
    if (Date.now() > endAt) throw new Error('it did not come about in time');
    await wait(100);
  }
}

it('EVT-06 a batch whose server dies before every case was told is whole after the restart, and sent once', async () => {
  server = await start();
  // The first case is told, and of the second nothing arrives any more.
  place.server.script.add({
    on: 'append',
    streamPrefix: 'case-',
    skip: 1,
    times: 1_000,
    fault: { kind: 'silence', commits: false },
  });
  const drawing = { year: YEAR, town: TOWN, tranche: 1, caseIds: cases };
  const drawn = send<Answer>('finance', '/api/payments/draw', drawing).catch(() => 'never answered');
  await until(async () => (await eventsOf('TrancheInstructed')).length === 1);
  await server.kill();
  expect(await drawn).toBe('never answered');
  place.server.script.clear();

  server = await start();
  await until(async () => (await eventsOf('TrancheInstructed')).length === CASES);
  const { stream } = (await eventsOf('BatchDrawn'))[0]!;
  const path = `/api/payments/${stream.slice('payment-'.length)}`;
  const view = must(await send<PaymentView>('leader', path));
  expect(view.rows.map(({ status }) => status)).toEqual(Array(CASES).fill('open'));
  must(await send('leader', `${path}/approve`, { hash: view.hash }, view.revision));
  const release = (seen: number) => send('finance', `${path}/release`, { fileHash: hashOf('file') }, seen);
  must(await release(view.revision + 1));
  // Also to somebody who has seen that it is released.
  expect((await release(view.revision + 2)).status).toBe(409);
  expect(await eventsOf('BatchReleased')).toHaveLength(1);
  expect(await eventsOf('BatchDrawn')).toHaveLength(1);
}, 180_000);
