import { randomUUID } from 'node:crypto';
import type { CaseListItem } from '@yihu/api-contract';
import { TOWN, YEAR } from './cast';
import { must, startOffice, type Office } from './office';
import { draftPlan, openTown, plan } from './steps';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 3);
  await draftPlan(office, cases[0]!);
  await damage(cases[0]!);
});
afterAll(() => office.close());

/** An event of a kind that nobody knows, as a program of the future or a broken one might leave it. */
async function damage(caseId: string): Promise<void> {
  const stream = `case-${caseId}`;
  const { events, lastRevision } = await office.server.store.read(stream);
  const event = {
    id: randomUUID(),
    type: 'CaseVanished',
    data: { 姓名: '演示户1' },
    metadata: events.at(-1)!.metadata,
  };
  const subject = { stream, expectedRevision: lastRevision, events: [event] };
  await office.server.store.append({ takes: [], subject, gives: [], unchanged: [] });
  await office.server.projector.waitFor(stream, lastRevision + 1, 2000);
  // The engine believes what it remembers, as no one else writes; a new command looks again.
  await office.post('villageCadre', `/api/cases/${caseId}/draft-plan`, plan(1), { ifMatch: lastRevision });
}

interface Bug {
  readonly type: string;
  readonly status: number;
  readonly errorId: string;
}

it('a history that cannot be is told with an id, and the log says where', async () => {
  const path = `/api/cases/${cases[0]}/draft-plan`;
  const reply = await office.post<Bug>('villageCadre', path, plan(200_000), { ifMatch: 9, language: 'en' });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    500,
    'application/problem+json; charset=utf-8',
  ]);
  expect(reply.body).toEqual({
    type: 'urn:yihu:problem:internal',
    title: 'An internal error, which has been logged',
    status: 500,
    errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const logged = office.log.find((entry) => entry['errorId'] === reply.body.errorId)!;
  expect(logged).toMatchObject({ event: 'bug', name: 'CorruptHistory' });
  expect(JSON.stringify(logged)).not.toContain('演示');
});

it('readiness names the history that stands still, and health goes on', async () => {
  const ready = await office.send<{ ready: boolean; parked: object[] }>('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.body).toMatchObject({
    ready: false,
    projector: 'live',
    parked: [{ stream: `case-${cases[0]}`, eventType: 'CaseVanished', firstRevision: 3, eventCount: 1 }],
  });
  expect((await office.send('/healthz')).status).toBe(200);
});

it('everyone else goes on, and what is not whole is marked', async () => {
  await draftPlan(office, cases[1]!);
  const list = must(
    await office.get<{ items: CaseListItem[]; incompleteCount: number }>('townCadre', '/api/cases'),
  );
  expect(list.incompleteCount).toBe(1);
  expect(list.items.map((item) => [item.caseId, item.incomplete])).toEqual(
    expect.arrayContaining([
      [cases[0], true],
      [cases[1], false],
    ]),
  );
});

it('in a batch the others are decided', async () => {
  const items = cases.map((caseId) => ({ caseId, revision: 2, summaryNo: 1, receiptNo: 'BA-1' }));
  const reply = await office.post<{ items: { caseId: string; problem: Bug }[] }>(
    'bureau',
    '/api/cases/file-plan',
    {
      items,
    },
  );
  expect(reply.status).toBe(200);
  const status = new Map(reply.body.items.map((item) => [item.caseId, item.problem.status]));
  expect([status.get(cases[0]!), status.get(cases[1]!)]).toEqual([500, 409]);
});

it('a history that the domain can read and the read models cannot takes no commands either', async () => {
  const stream = `case-${cases[2]}`;
  const { events, lastRevision } = await office.server.store.read(stream);
  // Whoever works on a case is a text; that this is none does not matter to anyone but a table.
  const data = { villageCadreId: 7, townCadreId: 8, reason: '' };
  const event = { id: randomUUID(), type: 'CadresAssigned', data, metadata: events.at(-1)!.metadata };
  const subject = { stream, expectedRevision: lastRevision, events: [event] };
  await office.server.store.append({ takes: [], subject, gives: [], unchanged: [] });
  await office.server.projector.waitFor(stream, lastRevision + 1, 2000);
  const cadres = {
    villageCadreId: office.idOf('villageCadre'),
    townCadreId: office.idOf('townCadre'),
    reason: '抽调',
  };
  const path = `/api/cases/${cases[2]}/assign-cadres`;
  const reply = await office.post<Bug>('townCadre', path, cadres, { ifMatch: lastRevision + 1 });
  expect([reply.status, reply.body.type]).toEqual([500, 'urn:yihu:problem:internal']);
  expect((await office.server.store.read(stream)).lastRevision).toBe(lastRevision + 1);
  const ready = await office.send<{ parked: { stream: string }[] }>('/readyz');
  expect(ready.body.parked.map((each) => each.stream)).toContain(stream);
});

it('what rests on a history that stands still is marked, and nothing else', async () => {
  interface Marked {
    readonly incomplete: boolean;
  }
  const town = `${YEAR}-${TOWN}`;
  const summary = must(await office.get<Marked>('leader', `/api/summaries/${town}/rows`));
  const district = must(await office.get<{ towns: Marked[] }>('leader', `/api/programmes/${YEAR}/towns`));
  const worklists = await Promise.all(
    (['townCadre', 'otherTownCadre'] as const).map((person) => office.get<Marked>(person, '/api/worklist')),
  );
  expect([summary.incomplete, district.towns[0]!.incomplete]).toEqual([true, true]);
  expect(worklists.map((reply) => must(reply).incomplete)).toEqual([true, false]);
});
