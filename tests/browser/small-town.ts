import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from '@yihu/domain';
import type { CaseView, PaymentView, SummaryView } from '@yihu/api-contract';
import { OTHER_VILLAGE, TOWN, VILLAGE, YEAR, type Person } from '../http/cast';
import { must, type Answer, type Office } from '../http/office';
import { definition, hashOf, household } from '../http/steps';

const PROGRAMME = `/api/programmes/${YEAR}`;
const SUMMARY = `/api/summaries/${YEAR}-${TOWN}`;

/** Gives a command about a subject as it is now; one that is not there yet has no revision. */
export async function act(
  office: Office,
  by: Person,
  subject: string,
  command: string,
  body: object,
): Promise<Answer> {
  const seen = await office.get<{ readonly revision: number }>(by, subject);
  const options = seen.status === 200 ? { ifMatch: seen.body.revision } : {};
  const opening = /^\/api\/(summaries|notices)\//.exec(subject);
  const isOpened = opening !== null && ['draw', 'post'].includes(command);
  const path = isOpened ? `/api/${opening[1]}/${command}` : `${subject}/${command}`;
  return must(await office.post<Answer>(by, path, body, options));
}

/** A programme with two towns, one of them with villages, a standard and so many households with open cases. */
export async function openSmallTown(office: Office, households: number): Promise<readonly string[]> {
  office.setClock('2024-03-01T02:00:00.000Z');
  const units = [
    ...definition.units,
    { code: VILLAGE, name: '拾篱村', kind: 'village' },
    { code: OTHER_VILLAGE, name: '望山村', kind: 'village' },
  ];
  must(await office.post('bureau', '/api/programmes/open', { ...definition, units }));
  const quotaFen = households * 300_000;
  await act(office, 'bureau', PROGRAMME, 'allot-town', { unit: TOWN, households, quotaFen });
  const standard = {
    unit: TOWN,
    basis: 'absolute',
    tiers: [{ fromFen: 250_000, rewardPermille: 1000 }],
    setOn: '2024-03-01',
    docNo: '茨府〔2024〕1号',
  };
  await act(office, 'leader', PROGRAMME, 'set-income-standard', standard);
  const numbers = Array.from({ length: households }, (_, index) => index + 1);
  const caseIds: string[] = [];
  for (const number of numbers) {
    const { id } = must(
      await office.post<Answer>('townCadre', '/api/households/register', household(number)),
    );
    const holder = `演示户${number}`;
    const account = `000000${String(1_000_000_000 + number)}`;
    const ofHousehold = `/api/households/${id}`;
    const proposed = { account, holder, holderRelation: 'head', bank: '演示农商行' };
    must(await office.post('villageCadre', `${ofHousehold}/propose-account`, proposed, { ifMatch: 0 }));
    must(await office.post('townCadre', `${ofHousehold}/designate-account`, {}, { ifMatch: 1 }));
    caseIds.push(`${YEAR}-${id}`);
  }
  const roster = { unit: TOWN, count: households, listHash: hashOf('roster') };
  await act(office, 'bureau', PROGRAMME, 'close-roster', roster);
  for (const caseId of caseIds) await openCase(office, caseId);
  return caseIds;
}

async function openCase(office: Office, caseId: string): Promise<void> {
  const householdId = caseId.slice(`${YEAR}-`.length);
  must(await office.post('townCadre', '/api/cases/open', { year: YEAR, householdId }));
  const cadres = { villageCadreId: office.idOf('villageCadre'), townCadreId: office.idOf('townCadre') };
  await act(office, 'townCadre', `/api/cases/${caseId}`, 'assign-cadres', { ...cadres, reason: '镇村抽调' });
}

/** A plan of chicks and feed, with a reward. */
export function planOf(chicks: number, unitPriceFen = 1800) {
  const line = (item: string, unit: string, quantity: number, priceFen: number) => ({
    category: 'production-input',
    activity: 'breeding',
    item,
    unit,
    quantityMilli: quantity * 1000,
    unitPriceFen: priceFen,
    amountFen: quantity * priceFen,
  });
  const lines = [line('脱温鸡苗', '只', chicks, unitPriceFen), line('鸡配合饲料', '袋', 4, 14_500)];
  return {
    activity: 'breeding',
    lines,
    subsidyFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    rewardFen: 60_000,
    forecastFen: 300_000,
    grounds: { wish: '愿意养鸡', circumstances: '家庭三人，有劳力', items: '与本户商定' },
  };
}

export const caseOf = (caseId: string) => `/api/cases/${caseId}`;

async function sign(office: Office, by: Person, caseId: string, command: string, more: object = {}) {
  const { plan } = must(await office.get<CaseView>(by, caseOf(caseId)));
  const attestation = BUDGET_ATTESTATION.text;
  const body = { contentHash: plan!.contentHash, attestation, method: 'paper', ...more };
  await act(office, by, caseOf(caseId), command, body);
}

/** Drafted, signed by the household and by the village: the town is next. */
export async function toVillageSigned(office: Office, caseId: string, plan: object): Promise<void> {
  await act(office, 'villageCadre', caseOf(caseId), 'draft-plan', plan);
  await sign(office, 'villageCadre', caseId, 'sign-as-household', { relation: 'head' });
  await sign(office, 'villageCadre', caseId, 'sign-as-village');
}

export async function signAsTown(office: Office, caseId: string): Promise<void> {
  await sign(office, 'townCadre', caseId, 'sign-as-town');
}

/** Draws a sheet of cases and gives its number. */
export async function drawSheet(office: Office, caseIds: readonly string[]): Promise<number> {
  await act(office, 'townCadre', SUMMARY, 'draw', { year: YEAR, town: TOWN, caseIds });
  const { sheets } = must(await office.get<SummaryView>('townCadre', SUMMARY));
  return sheets.length;
}

export async function sealSheet(office: Office, no: number): Promise<void> {
  const { sheets } = must(await office.get<SummaryView>('leader', SUMMARY));
  const { hash } = sheets.find((sheet) => sheet.no === no)!;
  const seal = {
    no,
    hash,
    method: 'paper',
    sealPhoto: hashOf(`seal ${no}`),
    evenSplitExplanation: '同村同业',
  };
  await act(office, 'leader', SUMMARY, 'seal', seal);
}

/** Submitted by the town, received and filed by the bureau. */
export async function fileSheet(office: Office, no: number, caseIds: readonly string[]): Promise<void> {
  const receiptNo = `渝北备2024-140-${no}`;
  await act(office, 'townCadre', SUMMARY, 'submit', { no });
  await act(office, 'bureau', SUMMARY, 'receive', { no, receiptNo, returned: [] });
  for (const caseId of caseIds) {
    await act(office, 'bureau', caseOf(caseId), 'file-plan', { summaryNo: no, receiptNo });
  }
}

/** Hangs the notice of the village and of the town. */
export async function postNotices(
  office: Office,
  kind: 'plan' | 'result',
  postedOn: string,
  caseIds: readonly string[],
): Promise<void> {
  await eachBoard(kind, async (unit, by, notice) => {
    await act(office, by, notice, 'post', { year: YEAR, unit, kind, place: '公示栏', postedOn, caseIds });
    const photo = { posting: 1, which: 'start', hash: hashOf(`${notice} start`), takenOn: postedOn };
    await act(office, by, notice, 'add-photo', photo);
  });
}

export async function completeNotices(office: Office, kind: 'plan' | 'result', on: string): Promise<void> {
  await eachBoard(kind, async (_unit, by, notice) => {
    const photo = { posting: 1, which: 'end', hash: hashOf(`${notice} end`), takenOn: on };
    await act(office, by, notice, 'add-photo', photo);
    await act(office, by, notice, 'complete', { posting: 1 });
  });
}

async function eachBoard(
  kind: 'plan' | 'result',
  work: (unit: string, by: Person, notice: string) => Promise<void>,
): Promise<void> {
  const boards = [
    [VILLAGE, 'villageCadre'],
    [TOWN, 'townCadre'],
  ] as const;
  for (const [unit, by] of boards) await work(unit, by, `/api/notices/${YEAR}-${unit}-${kind}`);
}

/** Draws a batch, and gives the path it stands at. */
export async function drawBatch(office: Office, tranche: 1 | 2, caseIds: readonly string[]): Promise<string> {
  const body = { year: YEAR, town: TOWN, tranche, caseIds };
  const { id } = must(await office.post<Answer>('finance', '/api/payments/draw', body));
  return `/api/payments/${id}`;
}

/** Approved by another person and released; the bank then answers each row with its code. */
export async function payBatch(
  office: Office,
  batch: string,
  valueOn: string,
  codes: readonly string[] = [],
): Promise<void> {
  const { hash, rows } = must(await office.get<PaymentView>('otherFinance', batch));
  await act(office, 'otherFinance', batch, 'approve', { hash });
  await act(office, 'finance', batch, 'release', { fileHash: hashOf(hash) });
  const results = rows.map(({ row, amountFen }, index) => {
    return { row, amountFen, valueOn, bankRef: `B${row}`, code: codes[index] ?? '00' };
  });
  const sumFen = results.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const file = { fileHash: hashOf(JSON.stringify(results)), rows: results, count: results.length, sumFen };
  await act(office, 'finance', batch, 'import-results', file);
}

/** Built, inspected, signed and accepted as filed. */
export async function toAccepted(office: Office, caseId: string, on: string): Promise<void> {
  const { plan } = must(await office.get<CaseView>('villageCadre', caseOf(caseId)));
  const photos = [hashOf(`${caseId} built`)];
  await act(office, 'villageCadre', caseOf(caseId), 'report-completion', { completedOn: on, photos });
  const lines = plan!.lines.map(({ quantityMilli, unitPriceFen, amountFen }, index) => ({
    lineNo: index + 1,
    acceptedMilli: quantityMilli,
    paidUnitPriceFen: unitPriceFen,
    acceptedFen: amountFen,
    done: 'done',
  }));
  const income = { actualFen: 320_000, estimateFen: 0, basis: 'actual', asOf: on };
  const form = { lines, income, photos, invoices: [hashOf(`${caseId} invoice`)] };
  await act(office, 'villageCadre', caseOf(caseId), 'draft-acceptance', form);
  const { acceptance } = must(await office.get<CaseView>('villageCadre', caseOf(caseId)));
  const attestation = ACCEPTANCE_ATTESTATION.text;
  const signed = { contentHash: acceptance!.contentHash, attestation, method: 'paper' };
  const household = { ...signed, relation: 'head' };
  await act(office, 'villageCadre', caseOf(caseId), 'sign-acceptance-as-household', household);
  await act(office, 'villageCadre', caseOf(caseId), 'sign-acceptance-as-village', signed);
  await act(office, 'townCadre', caseOf(caseId), 'accept-work', { ...signed, rewardFen: 60_000 });
}
