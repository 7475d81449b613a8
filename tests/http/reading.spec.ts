import type {
  CaseListItem,
  CasePage,
  CaseView,
  HouseholdListItem,
  Page,
  TimelineItem,
  TownView,
} from '@yihu/api-contract';
import { contentHash } from '@yihu/domain';
import { OTHER_VILLAGE, TOWN, VILLAGE, YEAR } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import { hashOf, openTown, signAsVillage, signature } from './steps';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 5);
  await signAsVillage(office, cases[0]!, 160_000);
  const { body, ifMatch } = await signature(office, cases[0]!);
  must(await office.post('townCadre', `/api/cases/${cases[0]}/sign-as-town`, body, { ifMatch }));
});
afterAll(() => office.close());

async function list(query: string): Promise<CasePage> {
  return must(await office.get<CasePage>('townCadre', `/api/cases${query}`));
}

const codes = (page: Page<CaseListItem>) => page.items.map((item) => item.householdCode);

describe('cases', () => {
  it('come page by page, in the order of their codes', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&after=${first.next}`);
    const third = await list(`?limit=2&after=${second.next}`);
    expect([first, second, third].map(codes)).toEqual([
      ['HH0001', 'HH0002'],
      ['HH0003', 'HH0004'],
      ['HH0005'],
    ]);
    expect([first.total, third.next]).toEqual([5, undefined]);
  });

  it.each([
    [`?stage=cadre-signed`, 1],
    [`?stage=drafted&town=${TOWN}&year=${YEAR}`, 4],
    [`?village=${VILLAGE}`, 5],
    [`?village=${OTHER_VILLAGE}`, 0],
    [`?text=hh0003`, 1],
    [`?text=${encodeURIComponent('%')}`, 0],
    [`?year=2023`, 0],
  ])('are found by %s', async (query, count) => {
    const page = await list(query);
    expect([page.total, page.items.length]).toEqual([count, count]);
  });

  it('are seen with all that is known, and the revision to answer to', async () => {
    const reply = await office.get<CaseView>('townCadre', `/api/cases/${cases[0]}`);
    const view = must(reply);
    expect(reply.headers.get('etag')).toBe(`"${view.revision}"`);
    expect(view).toMatchObject({
      caseId: cases[0],
      revision: 5,
      stage: 'cadre-signed',
      place: 'cadre-signed',
      household: { householdCode: 'HH0001', name: '演示户1' },
      plan: { planVersion: 1, subsidyFen: 160_000, draftedBy: office.idOf('villageCadre') },
      planVersions: 1,
      reserved: { subsidyFen: 160_000, rewardFen: 0 },
      signatures: { town: { actorId: office.idOf('townCadre'), contentHash: view.plan!.contentHash } },
      filedVersion: 0,
      freezes: [],
    });
  });

  it('tell their history in order', async () => {
    const path = `/api/cases/${cases[0]}/events`;
    const events = must(await office.get<TimelineItem[]>('townCadre', path));
    expect(events.map((event) => [event.revision, event.type, event.role])).toEqual([
      [0, 'CaseOpened', 'town-cadre'],
      [1, 'CadresAssigned', 'town-cadre'],
      [2, 'PlanDrafted', 'village-cadre'],
      [3, 'HouseholdSigned', 'village-cadre'],
      [4, 'VillageCadreSigned', 'village-cadre'],
      [5, 'TownCadreSigned', 'town-cadre'],
    ]);
    expect(events[1]!.data).toMatchObject({ reason: '抽调' });
    const later = must(await office.get<TimelineItem[]>('townCadre', `${path}?after=3&limit=1`));
    expect(later.map((event) => event.revision)).toEqual([4]);
  });
});

it('a town is told what it has left', async () => {
  const town = must(await office.get<TownView>('leader', `/api/programmes/${YEAR}/towns/${TOWN}`));
  expect(town).toEqual({
    year: YEAR,
    town: TOWN,
    households: 5,
    rosterClosed: true,
    standardVersion: 0,
    allottedFen: 1_500_000,
    reservedFen: 160_000,
    roomFen: 1_340_000,
    paidFirstFen: 0,
    paidSecondFen: 0,
    paidRewardFen: 0,
    recoveredFen: 0,
    settledCount: 0,
    incomplete: false,
  });
});

it('a programme, a summary, a notice and a payment are seen as they stand', async () => {
  const programme = await office.get<{ units: object[] }>('leader', `/api/programmes/${YEAR}`);
  expect([programme.body.units.length, programme.headers.get('etag')]).toEqual([2, '"2"']);

  const drawing = { year: YEAR, town: TOWN, caseIds: [cases[0]] };
  const drawn = must(await office.post<Answer>('townCadre', '/api/summaries/draw', drawing));
  expect(drawn.id).toBe(`${YEAR}-${TOWN}`);
  const again = await office.post<{ type: string }>('townCadre', '/api/summaries/draw', drawing);
  expect([again.status, again.body.type]).toEqual([428, 'urn:yihu:problem:precondition-required']);
  interface Summary {
    readonly id: string;
    readonly revision: number;
    readonly sheets: readonly { readonly no: number; readonly hash: string; readonly status: string }[];
  }
  const summary = must(await office.get<Summary>('leader', `/api/summaries/${drawn.id}`));
  expect(summary).toMatchObject({ id: drawn.id, revision: 0, sheets: [{ no: 1, status: 'drawn' }] });

  const { no, hash } = summary.sheets[0]!;
  const seal = { no, hash, method: 'paper', sealPhoto: hashOf('seal'), evenSplitExplanation: '各户相同' };
  must(await office.post('leader', `/api/summaries/${drawn.id}/seal`, seal, { ifMatch: 0 }));
  const sealed = (await office.server.store.read(`summary-${drawn.id}`)).events.at(-1)!;
  expect(sealed.data['evenSplitExplanation']).toMatch(/^sealed\.v1\./);

  const posting = {
    year: YEAR,
    unit: TOWN,
    kind: 'plan',
    place: '公示栏',
    postedOn: '2024-03-01',
    caseIds: [cases[0]],
  };
  const posted = must(await office.post<Answer>('townCadre', '/api/notices/post', posting));
  expect(posted.id).toBe(`${YEAR}-${TOWN}-plan`);
  const notice = await office.get<{ postings: object[] }>('leader', `/api/notices/${posted.id}`);
  expect(notice.body.postings).toMatchObject([{ posting: 1, status: 'hanging' }]);

  const payment = await office.get('leader', `/api/payments/${contentHash({}).slice(0, 8)}`);
  expect(payment.status).toBe(404);
});

it('households are listed with their accounts’ state', async () => {
  const page = must(
    await office.get<Page<HouseholdListItem>>('leader', '/api/households?limit=1&text=HH0002'),
  );
  expect(page.items).toMatchObject([
    { householdCode: 'HH0002', accountState: 'none', village: VILLAGE, incomplete: false },
  ]);
});
