import { TOWN, VILLAGE, YEAR, type Person } from './cast';
import { must, type Answer, type Office } from './office';
import { hashOf, signature } from './steps';

const SUMMARY = `${YEAR}-${TOWN}`;

/** The bank account of a household, its number made from its place on the roster; it belongs to no one. */
export function account(number: number) {
  const digits = String(number).padStart(4, '0');
  return {
    account: `000000123456789${digits}`,
    holder: `演示户${number}`,
    holderRelation: 'head',
    bank: '演示银行',
  };
}

export async function designateAccount(office: Office, householdId: string, number: number): Promise<void> {
  const path = `/api/households/${householdId}`;
  must(await office.post('villageCadre', `${path}/propose-account`, account(number), { ifMatch: 0 }));
  must(await office.post('townCadre', `${path}/designate-account`, {}, { ifMatch: 1 }));
}

export async function signAsTown(office: Office, caseId: string): Promise<void> {
  const { body, ifMatch } = await signature(office, caseId);
  must(await office.post('townCadre', `/api/cases/${caseId}/sign-as-town`, body, { ifMatch }));
}

interface Summary {
  readonly revision: number;
  readonly sheets: readonly { readonly no: number; readonly hash: string }[];
}

/** The next sheet of the town with these cases on it, as far as the leader's seal. */
export async function sealSheet(
  office: Office,
  caseIds: readonly string[],
  ifMatch?: number,
): Promise<number> {
  const drawing = { year: YEAR, town: TOWN, caseIds };
  const options = ifMatch === undefined ? {} : { ifMatch };
  must(await office.post<Answer>('townCadre', '/api/summaries/draw', drawing, options));
  const { revision, sheets } = must(await office.get<Summary>('leader', `/api/summaries/${SUMMARY}`));
  const { no, hash } = sheets.at(-1)!;
  const seal = { no, hash, method: 'paper', sealPhoto: hashOf('seal'), evenSplitExplanation: '各户相同' };
  must(await office.post('leader', `/api/summaries/${SUMMARY}/seal`, seal, { ifMatch: revision }));
  return no;
}

/** Submitted, received, and every plan on it filed. */
export async function fileSheet(office: Office, no: number, caseIds: readonly string[]): Promise<void> {
  const path = `/api/summaries/${SUMMARY}`;
  const { revision } = must(await office.get<Summary>('bureau', path));
  const submitted = must(
    await office.post<Answer>('townCadre', `${path}/submit`, { no }, { ifMatch: revision }),
  );
  const receiptNo = `渝北备${no}`;
  const receipt = { no, receiptNo, returned: [] };
  must(await office.post('bureau', `${path}/receive`, receipt, { ifMatch: submitted.revision }));
  for (const caseId of caseIds) {
    const seen = must(await office.get<{ revision: number }>('bureau', `/api/cases/${caseId}`));
    const body = { summaryNo: no, receiptNo };
    must(await office.post('bureau', `/api/cases/${caseId}/file-plan`, body, { ifMatch: seen.revision }));
  }
}

/** The plan notice of the village and of the town, hung from one day until another. */
export async function hangNotices(
  office: Office,
  caseIds: readonly string[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  const levels: readonly (readonly [string, Person])[] = [
    [VILLAGE, 'villageCadre'],
    [TOWN, 'townCadre'],
  ];
  for (const [unit, person] of levels) {
    const path = `/api/notices/${YEAR}-${unit}-plan`;
    office.setClock(`${from}T02:00:00.000Z`);
    const posting = { year: YEAR, unit, kind: 'plan', place: '公示栏', postedOn: from, caseIds };
    must(await office.post(person, '/api/notices/post', posting));
    office.setClock(`${until}T02:00:00.000Z`);
    for (const [index, which] of ['start', 'end'].entries()) {
      const photo = {
        posting: 1,
        which,
        hash: hashOf(`${unit} ${which}`),
        takenOn: which === 'start' ? from : until,
      };
      must(await office.post(person, `${path}/add-photo`, photo, { ifMatch: index }));
    }
    must(await office.post(person, `${path}/complete`, { posting: 1 }, { ifMatch: 2 }));
  }
}
