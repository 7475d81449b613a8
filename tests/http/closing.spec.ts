import type { Answer, CaseView, LedgerView, Problem } from '@yihu/api-contract';
import { TOWN, YEAR, type Person } from './cast';
import { must, startOffice, type Office } from './office';
import { openTown } from './steps';

const LEDGER = `/api/ledgers/${YEAR}-${TOWN}`;
const PROGRAMME = `/api/programmes/${YEAR}`;
const QUOTA_FEN = 300_000;

let office: Office;

beforeAll(async () => {
  office = await startOffice();
  const [caseId] = await openTown(office, 1);
  const path = `/api/cases/${caseId}`;
  const body = { reason: 'no-labour', text: '家中无劳动力', method: 'paper' };
  const { revision } = (await office.get<CaseView>('townCadre', path)).body;
  must(await office.post('townCadre', `${path}/confirm-no-project`, body, { ifMatch: revision }));
});
afterAll(() => office.close());

const ledger = async (by: Person) => must(await office.get<LedgerView>(by, LEDGER, { language: 'en' }));
const closeTown = async (by: Person) =>
  office.post<Answer & Problem>(by, `${LEDGER}/close`, {}, { ifMatch: (await ledger(by)).revision });
const closeProgramme = async (by: Person) => {
  const { revision } = must(await office.get<{ revision: number }>(by, PROGRAMME));
  return office.post<Answer & Problem>(by, `${PROGRAMME}/close`, {}, { ifMatch: revision });
};
const returning = { amountFen: QUOTA_FEN, returnedOn: '2024-03-01', docNo: '茨财〔2024〕1号' };

describe('the end of a town and of the programme over HTTP (R35)', () => {
  it('shows a town its money, and what it has still to do before it can be closed', async () => {
    const view = await ledger('leader');
    expect(view).toMatchObject({
      year: YEAR,
      unit: TOWN,
      allottedFen: QUOTA_FEN,
      reservedFen: 0,
      paidFen: 0,
      surplusFen: QUOTA_FEN,
      settled: 1,
      stages: { 'no-project': 1 },
      closed: false,
    });
    const close = view.allowedActions.find(({ command }) => command === 'close')!;
    expect(close.allowed).toBe(false);
    expect(close.refusals.map(({ text }) => text)).toEqual(['A surplus of 3,000.00 yuan is not returned.']);
    expect(close.passed.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['all-settled', 'reserved-equals-paid']),
    );
  });

  it('refuses to close a programme whose town is open, and names the town', async () => {
    const { status, body } = await closeProgramme('bureau');
    expect(status).toBe(409);
    expect(body.refusals!.map(({ rule, text }) => [rule, text])).toEqual([
      ['towns-closed', `以下镇尚未办结：茨竹镇（${TOWN}）。`],
    ]);
  });

  it('knows no ledger of a town without a quota', async () => {
    expect((await office.get('leader', '/api/ledgers/2024-500112999')).status).toBe(404);
  });

  it('takes the surplus from town finance alone', async () => {
    const ifMatch = (await ledger('finance')).revision;
    expect((await office.post('leader', `${LEDGER}/return-surplus`, returning, { ifMatch })).status).toBe(
      403,
    );
    must(await office.post('finance', `${LEDGER}/return-surplus`, returning, { ifMatch }));
    expect(await ledger('finance')).toMatchObject({ surplusFen: 0, returnedFen: QUOTA_FEN, roomFen: 0 });
  });

  it('closes the town once, and then the programme', async () => {
    expect((await closeTown('townCadre')).status).toBe(403);
    must(await closeTown('leader'));
    expect((await ledger('leader')).closed).toBe(true);
    expect((await closeTown('leader')).body.refusals!.map(({ rule }) => rule)).toEqual(['town-open']);
    must(await closeProgramme('bureau'));
    expect((await office.get<{ closed: boolean }>('bureau', PROGRAMME)).body.closed).toBe(true);
    expect((await closeProgramme('bureau')).body.refusals!.map(({ rule }) => rule)).toEqual([
      'programme-open',
    ]);
  });
});
