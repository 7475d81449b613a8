import type { CaseView, SessionView, TimelineItem } from '@yihu/api-contract';
import { caseWorkflow, currentPlan } from '@yihu/domain';
import { fold, type Metadata } from '@yihu/workflow';
import { TOWN, VILLAGE, YEAR } from './cast';
import { must, startOffice, type Office } from './office';
import { draftPlan, openTown, signAsVillage, signature } from './steps';

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 4);
  await signAsVillage(office, cases[0]!, 160_000);
  office.setClock('2024-03-02T01:00:00.000Z');
  await signAsTown(cases[0]!);
});
afterAll(() => office.close());

const pathOf = (caseId: string) => `/api/cases/${caseId}`;

async function view(caseId: string, person: Parameters<Office['get']>[0] = 'townCadre'): Promise<CaseView> {
  return must(await office.get<CaseView>(person, pathOf(caseId)));
}

async function signAsTown(caseId: string): Promise<void> {
  const { body, ifMatch } = await signature(office, caseId);
  must(await office.post('townCadre', `${pathOf(caseId)}/sign-as-town`, body, { ifMatch }));
}

async function returnPlan(caseId: string): Promise<void> {
  const { revision } = await view(caseId);
  const body = { reasonCode: 'amounts', fields: ['lines.0.unitPriceFen'], text: '单价高于集市价' };
  must(await office.post('townCadre', `${pathOf(caseId)}/return-plan`, body, { ifMatch: revision }));
}

it('the session tells the office’s time and the programmes', async () => {
  const session = must(await office.get<SessionView>('leader', '/api/session'));
  expect(session).toMatchObject({ now: '2024-03-02T01:00:00.000Z', programmes: [YEAR], name: '演示leader' });
});

describe('a case', () => {
  it('names its household with a masked telephone, and its cadres', async () => {
    const { household, villageCadre, townCadre } = await view(cases[0]!);
    expect(household).toMatchObject({
      name: '演示户1',
      nameMasked: false,
      memberCount: 3,
      phoneMasked: '100****0001',
      town: TOWN,
      village: VILLAGE,
    });
    expect([villageCadre, townCadre]).toEqual([
      { staffId: office.idOf('villageCadre'), office: '拾篱村', name: '演示villageCadre' },
      { staffId: office.idOf('townCadre'), office: '茨竹镇乡村振兴办', name: '演示townCadre' },
    ]);
  });

  it('tells no part of a telephone to whoever does not know the people', async () => {
    const { household } = await view(cases[0]!, 'otherVillageCadre');
    expect(household).toMatchObject({ name: '演***', nameMasked: true, memberCount: 3 });
    expect(household).not.toHaveProperty('phoneMasked');
  });

  it('shows its path, with the day and the name at each stage it has entered', async () => {
    const { path } = await view(cases[0]!);
    expect(path).toEqual([
      { stage: 'drafted', state: 'past', enteredAt: '2024-03-01T01:00:00.000Z', by: '演示villageCadre' },
      { stage: 'cadre-signed', state: 'current', enteredAt: '2024-03-02T01:00:00.000Z', by: '演示townCadre' },
      { stage: 'filed', state: 'ahead' },
      { stage: 'first-tranche-paid', state: 'ahead' },
      { stage: 'accepted', state: 'ahead' },
      { stage: 'fully-paid', state: 'ahead' },
    ]);
  });

  it('ends its path where it was withdrawn', async () => {
    const { revision } = await view(cases[3]!);
    const body = { ground: 'declined', reason: '本户不愿参加' };
    must(await office.post('villageCadre', `${pathOf(cases[3]!)}/withdraw`, body, { ifMatch: revision }));
    const { path } = await view(cases[3]!);
    expect(path.map(({ stage, state, by }) => [stage, state, by])).toEqual([
      ['drafted', 'past', '演示townCadre'],
      ['withdrawn', 'current', '演示villageCadre'],
    ]);
  });

  it('shows a return until the plan has gone further than it had, and what changed since', async () => {
    const caseId = cases[1]!;
    await signAsVillage(office, caseId, 180_000);
    expect(await view(caseId)).not.toHaveProperty('returned');
    await returnPlan(caseId);
    const returned = {
      revision: 5,
      level: 'town',
      reasonCode: 'amounts',
      fields: ['lines.0.unitPriceFen'],
      text: '单价高于集市价',
      by: '演示townCadre',
      at: '2024-03-02T01:00:00.000Z',
    };
    const sentBack = await view(caseId, 'villageCadre');
    expect(sentBack).toMatchObject({ place: 'drafted.editing', returned });
    const { text: _text, ...others } = returned;
    expect((await view(caseId, 'otherVillageCadre')).returned).toEqual(others);
    await signAsVillage(office, caseId, 150_000);
    const again = await view(caseId);
    expect(again).toMatchObject({ place: 'drafted.village-signed', returned });
    expect([again.previousPlan?.subsidyFen, again.plan?.subsidyFen, again.planVersions]).toEqual([
      180_000, 150_000, 2,
    ]);
    expect(again.previousPlan?.grounds).toEqual(again.plan?.grounds);
    expect(again.staffNames[again.signatures.village!.actorId]).toBe('演示villageCadre');
    await signAsTown(caseId);
    expect(await view(caseId)).not.toHaveProperty('returned');
  });
});

describe('a history', () => {
  async function history(caseId: string, person: Parameters<Office['get']>[0] = 'townCadre') {
    return must(await office.get<TimelineItem[]>(person, `${pathOf(caseId)}/events?limit=500`));
  }

  it('names who acted', async () => {
    const events = await history(cases[0]!);
    expect(events.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['CaseOpened', '演示townCadre'],
      ['CadresAssigned', '演示townCadre'],
      ['PlanDrafted', '演示villageCadre'],
      ['HouseholdSigned', '演示villageCadre'],
      ['VillageCadreSigned', '演示villageCadre'],
      ['TownCadreSigned', '演示townCadre'],
    ]);
  });

  it.each(['townCadre', 'otherVillageCadre'] as const)(
    'folds for %s by the domain’s own code to the case as it is answered, at each of its revisions',
    async (person) => {
      await draftPlan(office, cases[2]!);
      for (const caseId of cases.slice(0, 3)) {
        const events = await history(caseId, person);
        const facts = events.map((item) => ({
          type: item.type,
          data: item.data,
          metadata: item as unknown as Metadata,
        }));
        const { stage, node, data, revision } = fold(caseWorkflow, facts);
        const now = await view(caseId, person);
        expect({ stage, place: node!.key, revision }).toEqual({
          stage: now.stage,
          place: now.place,
          revision: now.revision,
        });
        const { signatures, reserved, townCadreId, receiptNo } = data;
        expect({ signatures, reserved, townCadreId, receiptNo }).toEqual({
          signatures: now.signatures,
          reserved: now.reserved,
          townCadreId: now.townCadreId,
          receiptNo: now.receiptNo,
        });
        const { grounds: _folded, ...plan } = currentPlan(data)!;
        const { grounds: _answered, ...answered } = now.plan!;
        expect(plan).toEqual(answered);
        if (stage === 'cadre-signed') expect(data.policyVersion).toBe(1);
        events.forEach((item, index) =>
          expect(fold(caseWorkflow, facts.slice(0, index + 1)).stage).toBe(item.stage),
        );
      }
    },
  );
});
