import { BUDGET_ATTESTATION, lineAmountFen, sumFen } from '@yihu/domain';
import { act, look } from './case-desk';
import { withProject, withStory, type Journey } from './cast';
import { eachJourney } from './crowd';
import type { DemoPlan } from './demo-files';
import { expectRefusal } from './refused';
import type { Season } from './season-of';

// 一户一策: drafted with the household, signed by it and by the village.

export async function confirmNoProjects(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'no-project'),
    async (journey) => {
      await act(season, journey.townCadre, journey, 'confirm-no-project', {
        reason: 'no-labour',
        text: '家中无劳动力，本人书面说明不参加项目。',
        method: 'paper',
        relation: 'head',
      });
      journey.hasProject = false;
    },
  );
}

/** One fen more than the cap is one too much (R16); what is drafted then is its next plan. */
export async function refuseOverCap(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'over-cap'),
    async (journey) => {
      await expectRefusal(season, 'subsidy-cap', journey.caseId, draft(season, journey));
      turnToNextPlan(journey);
    },
  );
}

export async function draftPlans(season: Season): Promise<void> {
  await eachJourney(season, withProject, (journey) => draft(season, journey));
}

export async function signAsHouseholds(season: Season): Promise<void> {
  await eachJourney(season, withProject, (journey) => signAsHousehold(season, journey));
}

export async function withdrawBeforeMoney(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'withdrawn'),
    async (journey) => {
      const body = { ground: 'declined', reason: '本户决定外出务工，自愿放弃。' };
      await act(season, journey.villageCadre, journey, 'withdraw', body);
      journey.hasProject = false;
    },
  );
}

export async function returnAsVillages(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'returned-village'),
    (journey) =>
      act(season, journey.villageCadre, journey, 'return-plan', {
        reasonCode: 'quantity-unclear',
        fields: ['lines.1.quantityMilli'],
        text: '数量与圈舍面积不符，请与本户再核实。',
      }),
  );
}

export async function signAsVillages(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withProject(cast, 'returned-village'),
    (journey) => signAsVillage(season, journey),
  );
}

export async function withdrawVillageSignatures(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'signature-withdrawn'),
    (journey) =>
      act(season, journey.villageCadre, journey, 'withdraw-village-signature', {
        reason: '单价抄错一位，先撤回再核对。',
      }),
  );
}

export async function redraftForVillages(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'returned-village'),
    (journey) => redraft(season, journey),
  );
}

export async function signAsVillagesAgain(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, 'returned-village', 'signature-withdrawn'),
    (journey) => signAsVillage(season, journey),
  );
}

/** The plan that is drafted for a household. */
export function planOf({ household, planIndex }: Journey): DemoPlan {
  return household.year.plans[planIndex]!;
}

/** The plan that is agreed instead, or the same one once more where only a form was wrong; signed by the household. */
export async function redraft(season: Season, journey: Journey): Promise<void> {
  turnToNextPlan(journey);
  await draft(season, journey);
  await signAsHousehold(season, journey);
}

function turnToNextPlan(journey: Journey): void {
  journey.planIndex = Math.min(journey.planIndex + 1, journey.household.year.plans.length - 1);
}

async function draft(season: Season, journey: Journey): Promise<void> {
  await act(season, journey.villageCadre, journey, 'draft-plan', draftOf(planOf(journey)));
}

function draftOf({ lines, rewardFen, forecastFen, grounds }: DemoPlan): object {
  const planned = lines.map(({ acceptedMilli: _accepted, paidUnitPriceFen: _paid, ...line }) => ({
    ...line,
    amountFen: lineAmountFen(line.quantityMilli, line.unitPriceFen),
  }));
  const subsidyFen = sumFen(planned.map((line) => line.amountFen));
  const activity = planned[0]?.activity ?? 'breeding';
  return { activity, lines: planned, subsidyFen, rewardFen, forecastFen, grounds };
}

/** The hash that its screen shows is printed on the form, which goes on to the cadres. */
async function signAsHousehold(season: Season, journey: Journey): Promise<void> {
  const { plan } = await look(season, journey.villageCadre, journey);
  journey.planHash = plan!.contentHash;
  const body = { ...signed(journey), relation: 'head' };
  await act(season, journey.villageCadre, journey, 'sign-as-household', body);
}

export async function signAsVillage(season: Season, journey: Journey): Promise<void> {
  await act(season, journey.villageCadre, journey, 'sign-as-village', signed(journey));
}

export function signed({ planHash: contentHash }: Journey): object {
  return { contentHash, attestation: BUDGET_ATTESTATION.text, method: 'paper' };
}
