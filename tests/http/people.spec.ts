import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseListItem, CaseView, HouseholdListItem, TimelineItem } from '@yihu/api-contract';
import { YEAR, type Person } from './cast';
import { must, startOffice, type Answer, type Office } from './office';
import { draftPlan, household, identity, openCases, openProgramme, registerHousehold } from './steps';

let office: Office;
let householdId: string;
let caseId: string;

const ACCOUNT = '0000001873318610473';

beforeAll(async () => {
  office = await startOffice();
  await openProgramme(office, 2);
  householdId = await registerHousehold(office, 4);
  const body = { account: ACCOUNT, holder: '演示户4', holderRelation: 'head', bank: '演示银行' };
  const path = `/api/households/${householdId}`;
  must(await office.post('villageCadre', `${path}/propose-account`, body, { ifMatch: 0 }));
  must(await office.post('townCadre', `${path}/designate-account`, {}, { ifMatch: 1 }));
});
afterAll(() => office.close());

interface Refused {
  readonly refusals: readonly { readonly rule: string }[];
}

describe('a person is registered once', () => {
  it('whatever the form of the check letter (NAM-01)', async () => {
    // Of the hundred numbers that could end so, one has X as its check character.
    const withX = Array.from({ length: 99 }, (_, index) => identity(index + 100)).find((each) =>
      each.endsWith('X'),
    )!;
    const spellings = [
      withX,
      withX.toLowerCase(),
      withX.replace('X', 'Ｘ'),
      ` ${withX.slice(0, 6)} ${withX.slice(6)}`,
    ];
    const replies = [];
    for (const each of spellings) {
      const body = { ...household(5), identity: each };
      replies.push(await office.post<Refused>('townCadre', '/api/households/register', body));
    }
    expect(replies.map((reply) => reply.status)).toEqual([200, 422, 422, 422]);
    expect(replies[1]!.body.refusals.map(({ rule }) => rule)).toEqual(['identity-unique']);
  });

  it('and once only for one key, whatever the order of its fields', async () => {
    const key = randomUUID();
    const body = household(6);
    const reversed = Object.fromEntries(Object.entries(body).reverse());
    const path = '/api/households/register';
    const first = must(await office.post<Answer>('townCadre', path, body, { key }));
    const second = must(await office.post<Answer>('townCadre', path, reversed, { key }));
    expect(second).toEqual(first);
  });
});

describe('who sees whom (AUD-03)', () => {
  beforeAll(async () => {
    const households = await office.get<{ items: HouseholdListItem[] }>('townCadre', '/api/households');
    const others = households.body.items.filter((item) => item.householdId !== householdId);
    expect(others).toHaveLength(2);
    // The roster has room for two; the third household is not part of what follows.
    await openCases(office, [householdId, others[0]!.householdId]);
    caseId = `${YEAR}-${householdId}`;
    await draftPlan(office, caseId);
  });

  it.each<[Person, string, boolean]>([
    ['villageCadre', '演示户4', false],
    ['townCadre', '演示户4', false],
    ['leader', '演示户4', false],
    ['bureau', '演示户4', false],
    ['supervisor', '演示户4', false],
    ['otherVillageCadre', '演***', true],
    ['otherTownCadre', '演***', true],
    ['admin', '演***', true],
  ])('%s sees %s', async (person, name, nameMasked) => {
    const view = must(await office.get<CaseView>(person, `/api/cases/${caseId}`));
    expect(view.household).toMatchObject({ name, nameMasked });
    expect(view.plan?.grounds).toEqual(
      nameMasked ? undefined : { wish: '愿意养殖', circumstances: '家庭三人', items: '与本户商定' },
    );
    const list = must(await office.get<{ items: CaseListItem[] }>(person, '/api/cases'));
    expect(list.items.find((item) => item.caseId === caseId)).toMatchObject({ name, nameMasked });
    const events = must(await office.get<TimelineItem[]>(person, `/api/cases/${caseId}/events`));
    const drafted = events.find((event) => event.type === 'PlanDrafted')!;
    expect('wish' in (drafted.data['grounds'] as object)).toBe(!nameMasked);
    expect(JSON.stringify(events)).not.toContain('sealed.v1.');
  });

  it('names in lists of households are masked for all', async () => {
    const list = must(await office.get<{ items: HouseholdListItem[] }>('leader', '/api/households'));
    expect(list.items.map((item) => item.name)).toEqual(['演***', '演***', '演***']);
  });

  it('no answer has an identity number, an account or a telephone number in it', async () => {
    const paths = [
      `/api/cases/${caseId}`,
      '/api/cases',
      `/api/cases/${caseId}/events`,
      '/api/households',
      '/api/session',
    ];
    for (const path of paths) {
      const text = JSON.stringify((await office.get('leader', path)).body);
      for (const number of [identity(4), ACCOUNT, '10000000004']) expect(text).not.toContain(number);
    }
  });

  it('whoever reads a name is written down', () => {
    const unmasked = office.log.filter((entry) => entry.event === 'unmasked');
    expect(unmasked.map((entry) => entry['actorId'])).toContain(office.idOf('supervisor'));
    expect(unmasked.map((entry) => entry['actorId'])).not.toContain(office.idOf('otherVillageCadre'));
  });
});

it('nothing about a person stands in clear on the disk or in the log', () => {
  const clear = ['演示户4', identity(4), '1000000004', ACCOUNT, '愿意养殖', '家庭三人', '演示leader'];
  const files = readdirSync(office.folder).filter((name) => name !== 'lock.db');
  expect(files).toContain('events.db-wal');
  for (const name of files) {
    const bytes = readFileSync(join(office.folder, name));
    for (const text of clear)
      expect({ name, text, at: bytes.indexOf(text, 0, 'utf8') }).toEqual({ name, text, at: -1 });
  }
  const log = JSON.stringify(office.log);
  for (const text of clear) expect(log).not.toContain(text);
});

it('what was sealed for a household is gone with its key, and its lists stay whole', async () => {
  office.server.vault.destroyKey(`household-${householdId}`);
  const view = must(await office.get<CaseView>('villageCadre', `/api/cases/${caseId}`));
  expect([view.household.name, view.household.householdCode]).toEqual([undefined, 'HH0004']);
  const list = must(await office.get<{ items: CaseListItem[] }>('villageCadre', '/api/cases'));
  expect(list.items).toHaveLength(2);
  const body = { reason: '不再参加' };
  const path = `/api/cases/${caseId}/withdraw-household-signature`;
  const reply = await office.post<{ type: string }>('villageCadre', path, body, { ifMatch: view.revision });
  expect([reply.status, reply.body.type]).toEqual([409, 'urn:yihu:problem:key-destroyed']);
});
