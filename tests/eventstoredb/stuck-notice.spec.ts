import { randomUUID } from 'node:crypto';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import type { Readiness } from '../../apps/api/src/health/readiness';
import { TOWN, VILLAGE, YEAR } from '../http/cast';
import { must, startOffice, type Answer, type Office } from '../http/office';
import { openTown, signAsVillage } from '../http/steps';

let place: ServerPlace;
let office: Office;

beforeEach(async () => {
  place = await createServerPlace();
  office = await startOffice({ eventStoreUrl: place.server.url });
}, 60_000);
afterEach(async () => {
  await office.close();
  await place.remove();
});

const readiness = async () => (await office.send<Readiness>('/readyz')).body;

it('EVT-02 a notice that cannot be projected is named and tried again, and all others go on', async () => {
  const [caseId] = await openTown(office, 1);
  await signAsVillage(office, caseId!, 100_000);
  const { store, projector } = office.server;
  const stream = `notice-${YEAR}-${VILLAGE}-plan`;
  const { metadata } = (await store.read(`case-${caseId}`)).events.at(-1)!;
  const event = { id: randomUUID(), type: 'NoticeBlownAway', data: {}, metadata };
  const subject = { stream, expectedRevision: -1, events: [event] };
  await store.append({ takes: [], subject, gives: [], unchanged: [] });
  expect(await projector.waitFor(stream, 0, 5_000)).toBe(false);

  const other = `/api/notices/${YEAR}-${TOWN}-plan`;
  const posting = {
    year: YEAR,
    unit: TOWN,
    kind: 'plan',
    place: '公示栏',
    postedOn: '2024-03-01',
    caseIds: [caseId],
  };
  const posted = must(await office.post<Answer>('townCadre', '/api/notices/post', posting));
  expect(must(await office.get<{ revision: number }>('townCadre', other)).revision).toBe(posted.revision);
  const stuck = { stream, eventType: 'NoticeBlownAway', firstRevision: 0, eventCount: 1 };
  expect(await readiness()).toEqual({ ready: false, store: 'ok', projector: 'live', parked: [stuck] });
  expect((await office.send('/healthz')).status).toBe(200);

  expect(await projector.retryParked()).toMatchObject({ released: [] });
  expect((await readiness()).parked).toEqual([stuck]);
}, 60_000);
