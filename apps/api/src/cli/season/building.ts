import { ACCEPTANCE_ATTESTATION, lineAmountFen, rewardFor, type PlanContent } from '@yihu/domain';
import { act, look, type CaseScreen } from './case-desk';
import { withProject, withStory, type Journey, type TownCast } from './cast';
import { eachJourney } from './crowd';
import { dayOf } from './days';
import { photo } from './photos';
import { planOf } from './planning';
import type { Season } from './season-of';

const LATE = 'late';

const inTime = (cast: TownCast) => withProject(cast, LATE);
const tooLate = (cast: TownCast) => withStory(cast, LATE);

export async function reportCompletions(season: Season): Promise<void> {
  await eachJourney(season, inTime, (journey) => reportCompletion(season, journey, season.clock.today));
}

export async function draftAcceptances(season: Season): Promise<void> {
  await eachJourney(season, inTime, (journey, cast) => draftAcceptance(season, journey, cast));
}

export async function signAcceptances(season: Season): Promise<void> {
  await eachJourney(season, inTime, (journey) => signAcceptance(season, journey));
}

export async function acceptWorks(season: Season): Promise<void> {
  await eachJourney(season, inTime, (journey) => acceptWork(season, journey));
}

/** Rain has held up the work; the bureau gives a few more days (R25). */
export async function grantExtensions(season: Season): Promise<void> {
  await eachJourney(season, tooLate, async (journey) => {
    for (const deadline of ['accept', 'pay']) {
      await act(season, season.bureau, journey, 'grant-extension', {
        deadline,
        until: dayOf(season, 'lateTranchesPaid'),
        docNo: '演示渝北乡振函〔2024〕12号',
        ground: '连日暴雨，圈舍修缮推迟。',
      });
    }
  });
}

/** Built on the last day, and accepted after it. */
export async function acceptLate(season: Season): Promise<void> {
  const { build } = season.files.definition.policy.deadlines;
  await eachJourney(season, tooLate, async (journey, cast) => {
    await reportCompletion(season, journey, build);
    await draftAcceptance(season, journey, cast);
    await signAcceptance(season, journey);
    await acceptWork(season, journey);
  });
}

async function reportCompletion(season: Season, journey: Journey, completedOn: string): Promise<void> {
  const body = { completedOn, photos: [photo(`${journey.caseId} built`)] };
  await act(season, journey.villageCadre, journey, 'report-completion', body);
}

async function draftAcceptance(season: Season, journey: Journey, cast: TownCast): Promise<void> {
  const body = acceptanceOf(season, journey, workPhotoOf(journey, cast));
  await act(season, journey.villageCadre, journey, 'draft-acceptance', body);
}

/** F3 is filled in with the reward that the town's standard gives, and goes on to the town with it. */
async function signAcceptance(season: Season, journey: Journey): Promise<void> {
  const { villageCadre } = journey;
  const screen = await look(season, villageCadre, journey);
  const { contentHash } = screen.acceptance!;
  journey.acceptance = { contentHash, rewardFen: expectedRewardFen(season, journey, screen) };
  const body = signedAcceptance(journey);
  await act(season, villageCadre, journey, 'sign-acceptance-as-household', { ...body, relation: 'head' });
  await act(season, villageCadre, journey, 'sign-acceptance-as-village', body);
}

async function acceptWork(season: Season, journey: Journey): Promise<void> {
  const body = { ...signedAcceptance(journey), rewardFen: journey.acceptance.rewardFen };
  const { stage } = await act(season, journey.townCadre, journey, 'accept-work', body);
  journey.isDue = stage === 'accepted';
}

/** `photo-reused` shows the work of another household of the town. */
function workPhotoOf(journey: Journey, cast: TownCast): string {
  const isReused = journey.household.year.story === 'photo-reused';
  const shown = isReused ? withProject(cast, 'photo-reused')[0]! : journey;
  return photo(`${shown.caseId} work`);
}

function acceptanceOf({ clock }: Season, journey: Journey, workPhoto: string) {
  return {
    lines: planOf(journey).lines.map(({ quantityMilli, acceptedMilli, paidUnitPriceFen }, index) => ({
      lineNo: index + 1,
      acceptedMilli,
      paidUnitPriceFen,
      acceptedFen: lineAmountFen(acceptedMilli, paidUnitPriceFen),
      done: acceptedMilli === 0 ? 'not-done' : acceptedMilli < quantityMilli ? 'partly' : 'done',
    })),
    income: incomeOf(journey, clock.today),
    photos: [workPhoto],
    invoices: [photo(`${journey.caseId} invoice`)],
  };
}

function incomeOf({ household: { year } }: Journey, asOf: string) {
  const { actualFen, estimateFen, basis } = year;
  return { actualFen, estimateFen, basis, asOf };
}

function signedAcceptance({ acceptance: { contentHash } }: Journey) {
  return { contentHash, attestation: ACCEPTANCE_ATTESTATION.text, method: 'paper' };
}

/** The reward that F3 shows the town cadre, from the town's standard. */
function expectedRewardFen({ files, clock }: Season, journey: Journey, { plan }: CaseScreen): number {
  const standard = files.standards.find(({ unit }) => unit === journey.household.town);
  const numbered = standard && { version: 1, basis: standard.basis, tiers: standard.tiers };
  return rewardFor(numbered, plan as unknown as PlanContent, incomeOf(journey, clock.today)).rewardFen;
}
