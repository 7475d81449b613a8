import { ACCEPTANCE_ATTESTATION, lineAmountFen, rewardFor, type PlanContent } from '@yihu/domain';
import { act, look, type CaseScreen } from './case-desk';
import { withProject, type Journey } from './cast';
import { eachJourney } from './crowd';
import { photo } from './photos';
import { planOf } from './planning';
import type { Season } from './season-of';

export async function reportCompletions(season: Season): Promise<void> {
  await eachJourney(season, withProject, async (journey) => {
    await look(season, journey.villageCadre, journey);
    const body = { completedOn: season.clock.today, photos: [photo(`${journey.caseId} built`)] };
    await act(season, journey.villageCadre, journey, 'report-completion', body);
  });
}

export async function draftAcceptances(season: Season): Promise<void> {
  await eachJourney(season, withProject, (journey) =>
    act(season, journey.villageCadre, journey, 'draft-acceptance', acceptanceOf(season, journey)),
  );
}

export async function signAcceptances(season: Season): Promise<void> {
  await eachJourney(season, withProject, async (journey) => {
    const { villageCadre } = journey;
    const body = signedAcceptance(await look(season, villageCadre, journey));
    await act(season, villageCadre, journey, 'sign-acceptance-as-household', { ...body, relation: 'head' });
    await act(season, villageCadre, journey, 'sign-acceptance-as-village', body);
  });
}

export async function acceptWorks(season: Season): Promise<void> {
  await eachJourney(season, withProject, async (journey) => {
    const { townCadre } = journey;
    const screen = await look(season, townCadre, journey);
    const body = { ...signedAcceptance(screen), rewardFen: expectedRewardFen(season, journey, screen) };
    const { stage } = await act(season, townCadre, journey, 'accept-work', body);
    journey.isDue = stage === 'accepted';
  });
}

function acceptanceOf({ clock }: Season, journey: Journey) {
  const { caseId } = journey;
  return {
    lines: planOf(journey).lines.map(({ quantityMilli, acceptedMilli, paidUnitPriceFen }, index) => ({
      lineNo: index + 1,
      acceptedMilli,
      paidUnitPriceFen,
      acceptedFen: lineAmountFen(acceptedMilli, paidUnitPriceFen),
      done: acceptedMilli === 0 ? 'not-done' : acceptedMilli < quantityMilli ? 'partly' : 'done',
    })),
    income: incomeOf(journey, clock.today),
    photos: [photo(`${caseId} work`)],
    invoices: [photo(`${caseId} invoice`)],
  };
}

function incomeOf({ household: { year } }: Journey, asOf: string) {
  const { actualFen, estimateFen, basis } = year;
  return { actualFen, estimateFen, basis, asOf };
}

function signedAcceptance({ acceptance }: CaseScreen) {
  return { contentHash: acceptance!.contentHash, attestation: ACCEPTANCE_ATTESTATION.text, method: 'paper' };
}

/** The reward that F3 shows the town cadre, from the town's standard. */
function expectedRewardFen({ files, clock }: Season, journey: Journey, { plan }: CaseScreen): number {
  const standard = files.standards.find(({ unit }) => unit === journey.household.town);
  const numbered = standard && { version: 1, basis: standard.basis, tiers: standard.tiers };
  return rewardFor(numbered, plan as unknown as PlanContent, incomeOf(journey, clock.today)).rewardFen;
}
