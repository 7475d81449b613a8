import { randomUUID } from 'node:crypto';
import { TOWN, YEAR } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import { draftPlan, openTown, plan, signAsVillage, signature } from './steps';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 10);
});
afterAll(() => office.close());

interface Refusal {
  readonly type: string;
  readonly refusals?: readonly { readonly rule: string }[];
  readonly changes?: readonly { readonly type: string; readonly revision: number }[];
  readonly revision?: number;
}

describe('the same command again', () => {
  it('is answered with the first answer, also when the case has moved on and without If-Match', async () => {
    const path = `/api/cases/${cases[0]}/draft-plan`;
    const key = randomUUID();
    const first = await office.post<Answer>('villageCadre', path, plan(200_000), { key, ifMatch: 1 });
    const { body, ifMatch } = await signature(office, cases[0]!);
    must(await office.post('villageCadre', `/api/cases/${cases[0]}/sign-as-household`, body, { ifMatch }));
    const events = await office.eventCount();
    for (const options of [{ key, ifMatch: 1 }, { key }, { key: key.toUpperCase(), ifMatch: '*' }]) {
      const again = await office.post<Answer>('villageCadre', path, plan(200_000), options);
      expect([again.status, again.body]).toEqual([200, first.body]);
      expect(again.headers.get('etag')).toBe('"2"');
    }
    expect(await office.eventCount()).toBe(events);
  });

  it('sent twice at once records one draft (CON-01)', async () => {
    const path = `/api/cases/${cases[1]}/draft-plan`;
    const options = { key: randomUUID(), ifMatch: 1 };
    const twins = await Promise.all(
      [1, 2].map(() => office.post<Answer>('villageCadre', path, plan(200_000), options)),
    );
    expect(twins.map((reply) => reply.status)).toEqual([200, 200]);
    expect(twins[0]!.body).toEqual(twins[1]!.body);
    const other = await office.post<Refusal>('villageCadre', path, plan(200_000), { ifMatch: 1 });
    expect([other.status, other.body.changes?.map((change) => change.type)]).toEqual([409, ['PlanDrafted']]);
  });

  it('with another body is refused', async () => {
    const key = randomUUID();
    const path = `/api/cases/${cases[2]}/draft-plan`;
    must(await office.post('villageCadre', path, plan(200_000), { key, ifMatch: 1 }));
    const other = await office.post<Refusal>('villageCadre', path, plan(100_000), { key, ifMatch: 1 });
    expect([other.status, other.body.type]).toEqual([422, 'urn:yihu:problem:command-reused']);
  });

  it('about another case is another command, also where both write to one ledger', async () => {
    const key = randomUUID();
    const pair = [cases[8]!, cases[9]!];
    const answers = [];
    for (const caseId of pair) {
      await signAsVillage(office, caseId);
      const { body, ifMatch } = await signature(office, caseId);
      const path = `/api/cases/${caseId}/sign-as-town`;
      const answer = must(await office.post<Answer>('townCadre', path, body, { key, ifMatch }));
      const again = must(await office.post<Answer>('townCadre', path, body, { key, ifMatch }));
      expect(again).toEqual(answer);
      answers.push(answer);
    }
    expect(answers.map(({ id }) => id)).toEqual(pair);
    const { events } = await office.server.store.read(`ledger-${YEAR}-${TOWN}`);
    const reserved = events.filter(({ data }) => pair.includes((data as { caseId?: string }).caseId ?? ''));
    expect(new Set(reserved.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the revision that was seen (CON-05)', () => {
  it.each([[undefined], ['*'], [' * ']])('%s is no revision', async (ifMatch) => {
    const path = `/api/cases/${cases[3]}/draft-plan`;
    const options = ifMatch === undefined ? {} : { ifMatch };
    const reply = await office.post<Refusal>('villageCadre', path, plan(200_000), options);
    expect([reply.status, reply.body.type]).toEqual([428, 'urn:yihu:problem:precondition-required']);
  });

  it.each([['1'], ['W/"1"'], ['"1", "2"'], ['"-1"'], ['"01"'], ['"x"'], ['']])(
    '%s cannot be read',
    async (ifMatch) => {
      const path = `/api/cases/${cases[3]}/draft-plan`;
      const reply = await office.post<Refusal>('villageCadre', path, plan(200_000), { ifMatch });
      expect([reply.status, reply.body.type]).toEqual([400, 'urn:yihu:problem:if-match']);
    },
  );

  it('that is old is answered with what changed since', async () => {
    await signAsVillage(office, cases[3]!);
    const { body } = await signature(office, cases[3]!);
    const path = `/api/cases/${cases[3]}/sign-as-town`;
    const reply = await office.post<Refusal>('townCadre', path, body, { ifMatch: 2 });
    expect([reply.status, reply.body.type]).toEqual([409, 'urn:yihu:problem:subject-changed']);
    expect(reply.body.changes?.map((change) => [change.type, change.revision])).toEqual([
      ['HouseholdSigned', 3],
      ['VillageCadreSigned', 4],
    ]);
    expect(reply.body.revision).toBe(4);
  });

  it('a case is opened once, and the rules say so', async () => {
    const householdId = cases[0]!.slice(5);
    const reply = await office.post<Refusal>('townCadre', '/api/cases/open', { year: 2024, householdId });
    expect([reply.status, reply.body.refusals?.map(({ rule }) => rule)]).toEqual([409, ['right-stage']]);
  });

  it('of nothing at all is the revision of nothing', async () => {
    const ghost = `2024-${randomUUID()}`;
    const reply = await office.post<Refusal>('villageCadre', `/api/cases/${ghost}/draft-plan`, plan(1), {
      ifMatch: 0,
    });
    expect([reply.status, reply.body.type]).toEqual([404, 'urn:yihu:problem:not-found']);
  });
});

describe('a batch', () => {
  interface BatchReply {
    readonly items: readonly {
      readonly caseId: string;
      readonly ok: boolean;
      readonly answer?: Answer;
      readonly problem?: Refusal & { readonly status: number };
    }[];
  }

  it('decides each item for itself, in the order of the cases, once (APR-06)', async () => {
    const [ready, refused, drafted] = [cases[4]!, cases[5]!, cases[6]!];
    await signAsVillage(office, ready);
    await signAsVillage(office, refused);
    await draftPlan(office, drafted);
    const items = await Promise.all(
      [drafted, ready, refused].map(async (caseId) => {
        const { body, ifMatch } = await signature(office, caseId);
        return { caseId, revision: ifMatch, ...body };
      }),
    );
    items[2]!.contentHash = 'f'.repeat(64);
    const key = randomUUID();
    const reply = await office.post<BatchReply>('townCadre', '/api/cases/sign-as-town', { items }, { key });
    expect(reply.status).toBe(200);
    const byCase = new Map(reply.body.items.map((item) => [item.caseId, item]));
    expect([...byCase.keys()]).toEqual([drafted, ready, refused].sort());
    expect(byCase.get(ready)).toMatchObject({
      ok: true,
      answer: { id: ready, stage: 'cadre-signed', revision: 5 },
    });
    expect(byCase.get(refused)?.problem?.refusals?.map(({ rule }) => rule)).toEqual([
      'signed-content-current',
    ]);
    expect(byCase.get(drafted)?.problem?.refusals?.[0]?.rule).toBe('right-stage');

    const events = await office.eventCount();
    const again = await office.post<BatchReply>('townCadre', '/api/cases/sign-as-town', { items }, { key });
    expect(again.body.items.find((item) => item.caseId === ready)).toEqual(byCase.get(ready));
    expect(await office.eventCount()).toBe(events);

    // Whoever looks at the cases anew before trying again sees another revision, and means the same.
    const seenAnew = items.map((item) => ({ ...item, revision: item.revision + 1 }));
    const later = await office.post<BatchReply>(
      'townCadre',
      '/api/cases/sign-as-town',
      { items: seenAnew },
      { key },
    );
    expect(later.body.items.find((item) => item.caseId === ready)).toEqual(byCase.get(ready));
    expect(await office.eventCount()).toBe(events);
  });

  it('shares commits', async () => {
    const stats = office.server.engine.stats();
    expect(stats.commands).toBeGreaterThan(stats.commits);
  });

  it('with one bad item is not begun', async () => {
    const caseId = cases[7]!;
    const item = { caseId, revision: 0, summaryNo: 1, receiptNo: 'BA-1' };
    for (const items of [
      [item, { ...item, caseId: 'x' }],
      [item, item],
      [null],
      'x',
      Array(201).fill(item),
    ]) {
      const reply = await office.post<{ errors: object[] }>('bureau', '/api/cases/file-plan', { items });
      expect([reply.status, reply.body.errors.length > 0]).toEqual([400, true]);
    }
  });
});

it('who wrote reads what they wrote', async () => {
  const list = await office.get<{ items: { caseId: string; stage: string }[] }>(
    'townCadre',
    '/api/cases?limit=200',
  );
  const stages = new Map(list.body.items.map(({ caseId, stage }) => [caseId, stage]));
  expect(stages.get(cases[4]!)).toBe('cadre-signed');
});

it('a server that is stopping says when to try again', async () => {
  await office.server.engine.stop();
  const reply = await office.post<Refusal>('townCadre', '/api/cases/open', {
    year: 2024,
    householdId: randomUUID(),
  });
  expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '1']);
  expect(reply.body.type).toBe('urn:yihu:problem:unavailable');
  expect((await office.get('townCadre', '/api/cases')).status).toBe(200);
});
