import { createHash } from 'node:crypto';
import { BUDGET_ATTESTATION, type Policy } from '@yihu/domain';
import { DISTRICT, OTHER_TOWN, TOWN, VILLAGE, YEAR } from './cast';
import { must, type Answer, type Office } from './office';

const policy: Policy = {
  subsidyCapFen: 400_000,
  rewardCapFen: 200_000,
  basisSubsidyFen: 200_000,
  basisRewardFen: 100_000,
  deadlines: {
    plan: '2024-04-30',
    build: '2024-06-15',
    accept: '2024-06-15',
    pay: '2024-06-15',
    photos: '2024-06-30',
  },
  deadlinesInclusive: true,
  onNonWorkingDay: 'stands',
  noticeDays: 7,
  resultNoticeGate: 'closing',
  pools: 'one',
  townReviewerMayDraft: false,
  evenSplitPermille: 600,
  backfillDays: 7,
};

export const definition = {
  year: YEAR,
  district: DISTRICT,
  name: '演示项目',
  bureauName: '区乡村振兴局',
  demo: true,
  policy,
  units: [
    { code: TOWN, name: '茨竹镇', kind: 'town' },
    { code: OTHER_TOWN, name: '统景镇', kind: 'town' },
  ],
};

/** Opens the programme and gives one town its quota. */
export async function openProgramme(office: Office, households: number): Promise<void> {
  const { revision } = must(await office.post<Answer>('bureau', '/api/programmes/open', definition));
  const quotaFen = households * (policy.basisSubsidyFen + policy.basisRewardFen);
  const allotment = { unit: TOWN, households, quotaFen };
  must(await office.post('bureau', `/api/programmes/${YEAR}/allot-town`, allotment, { ifMatch: revision }));
}

/** A household of the roster, its numbers made from its place on it; none belongs to anyone. */
export function household(number: number) {
  return {
    year: YEAR,
    householdCode: `HH${String(number).padStart(4, '0')}`,
    name: `演示户${number}`,
    identity: identity(number),
    phone: `1000000${String(number).padStart(4, '0')}`,
    memberCount: 3,
    householdClass: 'out-of-poverty',
    village: VILLAGE,
    listedOn: '2024-01-01',
  };
}

export async function registerHousehold(office: Office, number: number): Promise<string> {
  return must(await office.post<Answer>('townCadre', '/api/households/register', household(number))).id;
}

/** Closes the roster of the town, opens a case for each household and assigns its cadres. */
export async function openCases(office: Office, householdIds: readonly string[]): Promise<readonly string[]> {
  const programme = await office.get<{ revision: number }>('bureau', `/api/programmes/${YEAR}`);
  const roster = { unit: TOWN, count: householdIds.length, listHash: 'a'.repeat(64) };
  const ifMatch = programme.body.revision;
  must(await office.post('bureau', `/api/programmes/${YEAR}/close-roster`, roster, { ifMatch }));
  const cadres = {
    villageCadreId: office.idOf('villageCadre'),
    townCadreId: office.idOf('townCadre'),
    reason: '抽调',
  };
  return Promise.all(
    householdIds.map(async (householdId) => {
      const body = { year: YEAR, householdId };
      const { id } = must(await office.post<Answer>('townCadre', '/api/cases/open', body));
      must(await office.post('townCadre', `/api/cases/${id}/assign-cadres`, cadres, { ifMatch: 0 }));
      return id;
    }),
  );
}

/** A programme with one town and so many open cases in it. Answers their ids. */
export async function openTown(office: Office, households: number): Promise<readonly string[]> {
  await openProgramme(office, households);
  const numbers = Array.from({ length: households }, (_, index) => index + 1);
  const householdIds = await Promise.all(numbers.map((number) => registerHousehold(office, number)));
  return openCases(office, householdIds);
}

/** A plan for so much subsidy, in one line. */
export function plan(subsidyFen: number) {
  const line = { category: 'production-input', activity: 'breeding', item: '脱温鸡苗', unit: '只' };
  return {
    activity: 'breeding',
    lines: [{ ...line, quantityMilli: 1000, unitPriceFen: subsidyFen, amountFen: subsidyFen }],
    subsidyFen,
    rewardFen: 0,
    forecastFen: 250_000,
    grounds: { wish: '愿意养殖', circumstances: '家庭三人', items: '与本户商定' },
  };
}

interface CaseScreen {
  readonly revision: number;
  readonly plan: { readonly contentHash: string };
}

/** What a signer sends, from what they see. */
export async function signature(office: Office, caseId: string) {
  const { revision, plan: seen } = must(await office.get<CaseScreen>('townCadre', `/api/cases/${caseId}`));
  const body = { contentHash: seen.contentHash, attestation: BUDGET_ATTESTATION.text, method: 'paper' };
  return { body, ifMatch: revision };
}

export async function draftPlan(office: Office, caseId: string, subsidyFen = 200_000): Promise<void> {
  const { revision } = must(await office.get<CaseScreen>('villageCadre', `/api/cases/${caseId}`));
  const path = `/api/cases/${caseId}/draft-plan`;
  must(await office.post('villageCadre', path, plan(subsidyFen), { ifMatch: revision }));
}

/** Drafted, signed by the household and by the village: the town is next. */
export async function signAsVillage(office: Office, caseId: string, subsidyFen?: number): Promise<void> {
  await draftPlan(office, caseId, subsidyFen);
  for (const whose of ['household', 'village'] as const) {
    const { body, ifMatch } = await signature(office, caseId);
    const signed = whose === 'household' ? { ...body, relation: 'head' } : body;
    must(await office.post('villageCadre', `/api/cases/${caseId}/sign-as-${whose}`, signed, { ifMatch }));
  }
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number of the region that does not exist, with the right check character. */
export function identity(number: number): string {
  const digits = `99999919700101${String(number).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
