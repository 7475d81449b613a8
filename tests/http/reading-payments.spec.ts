import type { PayableCase, PaymentListItem, PaymentView, WorklistView } from '@yihu/api-contract';
import { OTHER_TOWN, TOWN, YEAR, type Person } from './cast';
import { designateAccount, fileSheet, hangNotices, sealSheet, signAsTown } from './money-steps';
import { must, startOffice, type Answer, type Office } from './office';
import { hashOf, openCases, openProgramme, registerHousehold, signAsVillage } from './steps';

let office: Office;
let cases: readonly string[];
let paymentId: string;

beforeAll(async () => {
  office = await startOffice();
  await openProgramme(office, 4);
  const householdIds: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    householdIds.push(await registerHousehold(office, number));
    // The last household names no account, so nothing can be sent to it.
    if (number < 4) await designateAccount(office, householdIds.at(-1)!, number);
  }
  cases = await openCases(office, householdIds);
  for (const caseId of cases) {
    await signAsVillage(office, caseId, 150_001);
    await signAsTown(office, caseId);
  }
  const no = await sealSheet(office, cases);
  await fileSheet(office, no, cases);
});
afterAll(() => office.close());

const PAYABLE = `/api/payments/payable?year=${YEAR}&town=${TOWN}`;

async function payable(person: Person = 'finance', tranche = 1): Promise<readonly PayableCase[]> {
  return must(await office.get<readonly PayableCase[]>(person, `${PAYABLE}&tranche=${tranche}`));
}

async function list(query = ''): Promise<readonly PaymentListItem[]> {
  return must(await office.get<readonly PaymentListItem[]>('finance', `/api/payments${query}`));
}

async function tasks(person: Person): Promise<readonly unknown[]> {
  const { items } = must(await office.get<WorklistView>(person, '/api/worklist'));
  return items.map(({ task, subjectId, count, amountFen }) => [task, subjectId, count, amountFen]);
}

it('nothing can be paid before the plan has hung in village and town (R32)', async () => {
  expect(await payable()).toEqual([]);
  expect(await tasks('finance')).toEqual([]);
  await hangNotices(office, cases.slice(0, 3), { from: '2024-03-02', until: '2024-03-10' });
  expect((await payable()).map((row) => row.household.householdCode)).toEqual(['HH0001', 'HH0002', 'HH0003']);
});

it('a case that can be paid is told with its amounts, and not to pay twice', async () => {
  expect((await payable())[0]).toEqual({
    caseId: cases[0],
    household: expect.objectContaining({ name: '演示户1', nameMasked: false }),
    tranche: 1,
    subsidyFen: 75_000,
    rewardFen: 0,
    revision: expect.any(Number),
  });
  expect(await payable('finance', 2)).toEqual([]);
  const frozen = { ground: 'objection', reference: '异议1号' };
  const { revision } = (await payable())[2]!;
  must(await office.post('leader', `/api/cases/${cases[2]}/freeze`, frozen, { ifMatch: revision }));
  expect(await payable()).toHaveLength(2);
  expect(await tasks('finance')).toEqual([['draw', `${YEAR}-${TOWN}-1`, 2, 150_000]]);
  const body = { year: YEAR, town: TOWN, tranche: 1, caseIds: cases.slice(0, 2) };
  paymentId = must(await office.post<Answer>('finance', '/api/payments/draw', body)).id;
  expect(await payable()).toEqual([]);
});

it('a batch is read with its households, its people and what may be done', async () => {
  const view = must(await office.get<PaymentView>('leader', `/api/payments/${paymentId}`));
  expect(view).toMatchObject({ id: paymentId, status: 'drawn', tranche: 1, revision: 0 });
  expect(view.households.map(({ householdCode, name }) => [householdCode, name])).toEqual([
    ['HH0001', '演示户1'],
    ['HH0002', '演示户2'],
  ]);
  expect(view.staffNames).toEqual({ [office.idOf('finance')]: '演示finance' });
  const allowed = (body: PaymentView) =>
    body.allowedActions.filter((action) => action.allowed).map((action) => action.command);
  expect(allowed(view)).toEqual(['approve']);
  const own = must(await office.get<PaymentView>('finance', `/api/payments/${paymentId}`));
  expect(allowed(own)).toEqual(['cancel']);
  const approve = own.allowedActions.find((action) => action.command === 'approve')!;
  expect(approve.refusals.map(({ rule }) => rule)).toContain('second-person');
  const other = must(await office.get<PaymentView>('otherTownCadre', `/api/payments/${paymentId}`));
  expect(other.households[0]).toMatchObject({ name: '演***', nameMasked: true });
});

it('batches are listed with what the bank has answered', async () => {
  const path = `/api/payments/${paymentId}`;
  const { hash, rows } = must(await office.get<PaymentView>('leader', path));
  must(await office.post('leader', `${path}/approve`, { hash }, { ifMatch: 0 }));
  expect(await tasks('finance')).toEqual([['release', paymentId, 2, 150_000]]);
  must(await office.post('finance', `${path}/release`, { fileHash: hashOf('file') }, { ifMatch: 1 }));
  expect(await list()).toMatchObject([{ status: 'released', count: 2, sumFen: 150_000, confirmedFen: 0 }]);
  const results = rows.map(({ row, amountFen }, index) => {
    const code = index === 0 ? '00' : 'ZZ9';
    return { row, amountFen, valueOn: '2024-03-10', bankRef: `ref-${row}`, code };
  });
  const body = { fileHash: hashOf('result'), rows: results, count: 2, sumFen: 150_000 };
  must(await office.post('finance', `${path}/import-results`, body, { ifMatch: 2 }));
  expect(await list(`?year=${YEAR}&town=${TOWN}&tranche=1&status=released`)).toEqual([
    {
      paymentId,
      year: YEAR,
      town: TOWN,
      tranche: 1,
      status: 'released',
      count: 2,
      sumFen: 150_000,
      confirmedFen: 75_000,
      openCount: 0,
      returnedCount: 0,
      unknownCount: 1,
      drawnAt: '2024-03-10T02:00:00.000Z',
      revision: 5,
      incomplete: false,
    },
  ]);
  // What the bank does not know yet still waits for its answer.
  expect(await tasks('finance')).toEqual([['import-results', paymentId, 2, 150_000]]);
});

it.each([`?town=${OTHER_TOWN}`, '?tranche=2', '?status=drawn', '?year=2023'])(
  'and none is found by %s',
  async (query) => {
    expect(await list(query)).toEqual([]);
  },
);

it('what is not asked for in full is refused', async () => {
  const reply = await office.get<{ errors: readonly { field: string }[] }>(
    'finance',
    '/api/payments/payable',
  );
  expect([reply.status, reply.body.errors.map(({ field }) => field)]).toEqual([
    400,
    ['year', 'town', 'tranche'],
  ]);
});
