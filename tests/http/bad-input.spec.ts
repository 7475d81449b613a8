import { randomUUID } from 'node:crypto';
import { OTHER_TOWN, TOWN, YEAR, type Person } from './cast';
import { must, startOffice, type Office } from './office';
import { definition, household, openTown, plan } from './steps';

let office: Office;
let caseId: string;
let householdId: string;

beforeAll(async () => {
  office = await startOffice();
  caseId = (await openTown(office, 1))[0]!;
  householdId = caseId.slice(5);
});
afterAll(() => office.close());

interface Invalid {
  readonly type: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

interface Form {
  readonly by: Person;
  readonly path: () => string;
  readonly body: object;
}

const forms = {
  programme: { by: 'bureau', path: () => '/api/programmes/open', body: definition },
  allotment: {
    by: 'bureau',
    path: () => `/api/programmes/${YEAR}/allot-town`,
    body: { unit: OTHER_TOWN, households: 1, quotaFen: 300_000 },
  },
  standard: {
    by: 'leader',
    path: () => `/api/programmes/${YEAR}/set-income-standard`,
    body: {
      unit: TOWN,
      basis: 'absolute',
      tiers: [{ fromFen: 1, rewardPermille: 1000 }],
      setOn: '2024-03-01',
      docNo: '1',
    },
  },
  household: { by: 'townCadre', path: () => '/api/households/register', body: household(2) },
  account: {
    by: 'villageCadre',
    path: () => `/api/households/${householdId}/propose-account`,
    body: { account: '0000001873318610473', holder: '演示', holderRelation: 'head', bank: '演示银行' },
  },
  staff: { by: 'admin', path: () => '/api/staff/register', body: { name: '演示', office: '办', unit: TOWN } },
  plan: { by: 'villageCadre', path: () => `/api/cases/${caseId}/draft-plan`, body: plan(200_000) },
  returned: {
    by: 'villageCadre',
    path: () => `/api/cases/${caseId}/return-plan`,
    body: { reasonCode: 'other', fields: ['lines'], text: '请核实' },
  },
  signature: {
    by: 'villageCadre',
    path: () => `/api/cases/${caseId}/sign-as-household`,
    body: { contentHash: 'a'.repeat(64), attestation: 'x', method: 'paper' },
  },
  batch: {
    by: 'finance',
    path: () => '/api/payments/draw',
    body: { year: YEAR, town: TOWN, tranche: 1, caseIds: [] },
  },
} satisfies Readonly<Record<string, Form>>;

type FormName = keyof typeof forms;

/** A copy of a form with one of its fields as JSON text, so that anything JSON can say can be put there. */
function spoilt(body: object, field: string, json: string): string {
  const copy = structuredClone(body) as Record<string, unknown>;
  const path = field.split('.');
  const last = path.pop()!;
  const place = path.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  place[last] = '@spoilt@';
  return JSON.stringify(copy).replace('"@spoilt@"', json);
}

/** A text of the form that a sealed one has. */
const FORGED = `sealed.v1.${'A'.repeat(60)}`;

const notFen = [
  '-1',
  '0.5',
  '"NaN"',
  '1e21',
  '"0x10"',
  '"１００"',
  '""',
  'null',
  '9007199254740992',
  '"100"',
  'true',
  '[1]',
];

const rows: readonly (readonly [FormName, string, string])[] = [
  ...notFen.map((json) => ['plan', 'subsidyFen', json] as const),
  ...notFen.map((json) => ['plan', 'lines.0.amountFen', json] as const),
  ...notFen.map((json) => ['plan', 'lines.0.quantityMilli', json] as const),
  ...notFen.map((json) => ['allotment', 'quotaFen', json] as const),
  ['plan', 'stage', '"accepted"'],
  ['plan', 'planVersion', '7'],
  ['plan', 'lines.0.approved', 'true'],
  ['plan', 'grounds.more', '"x"'],
  ['plan', 'lines', '"none"'],
  ['plan', 'lines', '[null]'],
  ['plan', 'lines', '[[]]'],
  ['plan', 'grounds', '[]'],
  ['plan', 'grounds', 'null'],
  ['plan', 'grounds.wish', '"演\\ud840"'],
  ['plan', 'activity', '"mining"'],
  ['plan', 'lines.0.item', '"a\\u0000b"'],
  ['plan', 'lines.0.item', JSON.stringify('x'.repeat(81))],
  ['plan', 'lines.0.category', '7'],
  ['plan', 'paperOn', '"2024-02-30"'],
  ['plan', 'paperOn', 'null'],
  ['plan', 'constructor', '{"a":1}'],
  ['plan', 'grounds.constructor', '1'],
  ['plan', 'prototype', '1'],
  ['plan', 'lines.0.item', JSON.stringify(FORGED)],
  ['plan', 'grounds.wish', JSON.stringify(FORGED)],
  ['plan', 'lines', JSON.stringify(Array(1001).fill({}))],
  ['returned', 'fields', JSON.stringify([FORGED])],
  ['returned', 'text', '"\\udc00"'],
  ['returned', 'fields', '["\\udc00"]'],
  ['returned', 'fields', '"lines"'],
  ['returned', 'reasonCode', '{}'],
  ['household', 'village', '"茨竹镇"'],
  ['household', 'village', JSON.stringify(TOWN)],
  ['household', 'name', '"演\\ud840"'],
  ['household', 'name', '"   "'],
  ['household', 'identity', '999999197001010014'],
  ['household', 'identity', '"999999197001010010"'],
  ['household', 'phone', '10000000001'],
  ['household', 'householdClass', '"rich"'],
  ['household', 'memberCount', '"3"'],
  ['household', '状态', '"已验收"'],
  ['account', 'account', '9990001234567890123'],
  ['account', 'account', '"9.99E+17"'],
  ['account', 'holderRelation', '"neighbour"'],
  ['allotment', 'unit', '"nowhere"'],
  ['programme', 'policy.deadlines.build', '"soon"'],
  ['programme', 'policy.deadlinesInclusive', '"yes"'],
  ['programme', 'units.0.households', '16'],
  ['standard', 'tiers.0.rewardPermille', '1001'],
  ['standard', 'tiers.0.fromFen', '"1"'],
  ['staff', 'unit', '"500112140V01"'],
  ['signature', 'contentHash', '"x"'],
  ['signature', 'method', '"wink"'],
  ['signature', 'photo', 'null'],
  ['batch', 'tranche', '3'],
  ['batch', 'caseIds', '["x"]'],
  ['batch', 'caseIds', JSON.stringify(Array.from({ length: 201 }, () => `2024-${randomUUID()}`))],
];

it.each(rows)('%s: %s cannot be %s', async (name, field, json) => {
  const { by, path, body } = forms[name];
  const before = await office.eventCount();
  const reply = await office.post<Invalid>(by, path(), spoilt(body, field, json), {
    ifMatch: 1,
    language: 'en',
  });
  expect([reply.status, reply.body.type]).toEqual([400, 'urn:yihu:problem:invalid']);
  // A wrong list is told as such, and so is a wrong item of it.
  const named = reply.body.errors!.map((error) => error.field);
  expect(named.some((each) => each === field || each.startsWith(`${field}.`))).toBe(true);
  for (const { message } of reply.body.errors!) expect(message).toMatch(/^[A-Z][^{}]*\.$/);
  expect(await office.eventCount()).toBe(before);
});

it.each(Object.keys(forms) as FormName[])('%s: every field that is missing is named', async (name) => {
  const { by, path, body } = forms[name];
  const reply = await office.post<Invalid>(by, path(), {}, { ifMatch: 1 });
  expect(reply.status).toBe(400);
  const missing = Object.keys(body).filter((field) => field !== 'grounds');
  expect(reply.body.errors!.map((error) => error.field).sort()).toEqual(missing.sort());
  expect(reply.body.errors!.every((error) => error.message === '必须填写。')).toBe(true);
});

describe('a body that is no form at all', () => {
  it.each([
    ['__proto__', '{"__proto__":{"admin":true}}', 400],
    ['a prototype further in', '{"lines":[{"constructor":{"prototype":{"a":1}}}]}', 400],
    ['half of a form', '{"lines":', 400],
    ['a list', '[]', 400],
    ['a word', '"x"', 400],
    ['nothing but null', 'null', 400],
    ['nesting without end', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 400],
    ['more than a mebibyte', JSON.stringify({ pad: 'x'.repeat(1024 * 1024) }), 413],
  ])('%s', async (_what, body, status) => {
    const before = await office.eventCount();
    const reply = await office.post<Invalid>('villageCadre', forms.plan.path(), body, { ifMatch: 1 });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await office.eventCount()).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    '%s',
    async (type) => {
      const headers = { authorization: `Bearer ${office.tokenOf('villageCadre')}`, 'content-type': type };
      const reply = await office.send(forms.plan.path(), { method: 'POST', headers, body: 'a=b' });
      expect([reply.status, reply.headers.get('content-type')]).toEqual([
        415,
        'application/problem+json; charset=utf-8',
      ]);
    },
  );
});

it.each([[null], [''], ['x'], ['0b2f1c1e4e0d5b6a9c3d2a1b0c9d8e7f'], [`${randomUUID()}x`]])(
  'the idempotency key cannot be %s',
  async (key) => {
    const reply = await office.post<Invalid>('villageCadre', forms.plan.path(), forms.plan.body, {
      key,
      ifMatch: 1,
    });
    expect([reply.status, reply.body.type]).toEqual([400, 'urn:yihu:problem:idempotency-key']);
  },
);

it('a unit that is well formed and not of the programme is for the rules to refuse', async () => {
  const { revision } = must(await office.get<{ revision: number }>('bureau', `/api/programmes/${YEAR}`));
  const body = { unit: '500112999', households: 1, quotaFen: 300_000 };
  interface Refused {
    readonly refusals: readonly { readonly rule: string; readonly detail: object; readonly text: string }[];
  }
  const reply = await office.post<Refused>('bureau', forms.allotment.path(), body, { ifMatch: revision });
  expect(reply.status).toBe(422);
  const [refusal] = reply.body.refusals;
  expect(refusal).toMatchObject({ rule: 'unit-in-programme', detail: { unit: '500112999' } });
  expect(refusal!.text).toBe('单位 500112999 不在本项目内。');
});

it.each([
  ['/api/cases?limit=0', 'limit'],
  ['/api/cases?limit=201', 'limit'],
  ['/api/cases?limit=many', 'limit'],
  ['/api/cases?limit=1&limit=2', 'limit'],
  ['/api/cases?stage=done', 'stage'],
  ['/api/cases?identity=999999197001010010', 'identity'],
  ['/api/cases?after=x', 'after'],
  ['/api/households?name=x', 'name'],
  ['/api/households?town=x', 'town'],
])('%s is no question', async (path, field) => {
  const reply = await office.get<Invalid>('townCadre', path);
  expect([reply.status, reply.body.errors?.map((error) => error.field)]).toEqual([400, [field]]);
});
