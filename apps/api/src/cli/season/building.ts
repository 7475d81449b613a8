import { ACCEPTANCE_ATTESTATION, lineAmountFen, rewardFor, type PlanContent } from '@yihu/domain';
import { withProject, type Journey, type Season, type TownCast } from './cast';
import { forEach } from './office';
import { completeNotices, filePhotos, postNotices } from './filing';
import { eachTown } from './opening';
import { correctAccounts, transfer } from './paying';
import { photo } from './photos';
import { look, type CaseScreen } from './planning';

/** From the first transfer to the archive. */
export async function payAndAccept(season: Season): Promise<void> {
  await eachTown(season, payFirst);
  await season.on('completionsReported', '完成项目建设');
  await eachTown(season, reportCompletion);
  await season.on('worksAccepted', '验收');
  await eachTown(season, acceptWork);
  await eachTown(season, paySecond);
  await season.on('resultNoticesPosted', '张贴结果公示');
  await eachTown(season, (each, cast) => postNotices(each, cast, 'result', 'resultNoticesPosted'));
  await season.on('resultNoticesCompleted', '结果公示期满');
  await eachTown(season, (each, cast) => completeNotices(each, cast, 'result', 'resultNoticesCompleted'));
  await season.on('photosFiled', '公示照片报区备案');
  await eachTown(season, filePhotos);
  await season.on('casesClosed', '归档办结');
  await eachTown(season, closeCases);
}

async function payFirst(season: Season, cast: TownCast): Promise<void> {
  const isReturned = ({ household }: Journey) => household.plan.story === 'bank-returned';
  await transfer(season, cast, withProject(cast), {
    tranche: 1,
    again: '',
    drawnOn: 'firstBatchesDrawn',
    releasedOn: 'firstBatchesReleased',
    paidOn: 'firstTranchesPaid',
    codeFor: (journey) => (isReturned(journey) ? '22' : '00'),
  });
  await correctAccounts(season, cast);
  await transfer(season, cast, withProject(cast).filter(isReturned), {
    tranche: 1,
    again: 'again',
    drawnOn: 'retryBatchesDrawn',
    releasedOn: 'retryBatchesReleased',
    paidOn: 'retriesPaid',
    codeFor: () => '00',
  });
}

async function paySecond(season: Season, cast: TownCast): Promise<void> {
  const screens = await forEach(withProject(cast), async (journey) => ({
    journey,
    screen: await look(season, cast.finance[0], journey.caseId),
  }));
  const due = screens.filter(({ screen }) => screen.stage === 'accepted').map(({ journey }) => journey);
  await transfer(season, cast, due, {
    tranche: 2,
    again: '',
    drawnOn: 'secondBatchesDrawn',
    releasedOn: 'secondBatchesReleased',
    paidOn: 'secondTranchesPaid',
    codeFor: () => '00',
  });
}

async function reportCompletion(season: Season, cast: TownCast): Promise<void> {
  const { office, files, done } = season;
  await forEach(withProject(cast), async ({ caseId, villageCadre }) => {
    const { revision } = await look(season, villageCadre, caseId);
    const body = { completedOn: files.calendar['completionsReported']!, photos: [photo(`${caseId} built`)] };
    await office.post({ by: villageCadre, path: `/api/cases/${caseId}/report-completion`, body, revision });
    done();
  });
}

async function acceptWork(season: Season, cast: TownCast): Promise<void> {
  await forEach(withProject(cast), async (journey) => {
    const { caseId, villageCadre, townCadre } = journey;
    const path = `/api/cases/${caseId}`;
    const { office } = season;
    const before = await look(season, villageCadre, caseId);
    const draft = acceptanceOf(season, journey);
    await office.post({
      by: villageCadre,
      path: `${path}/draft-acceptance`,
      body: draft,
      revision: before.revision,
    });
    const screen = await look(season, villageCadre, caseId);
    const body = signedAcceptance(screen);
    const household = { ...body, relation: 'head' };
    const first = await office.post({
      by: villageCadre,
      path: `${path}/sign-acceptance-as-household`,
      body: household,
      revision: screen.revision,
    });
    const second = await office.post({
      by: villageCadre,
      path: `${path}/sign-acceptance-as-village`,
      body,
      revision: first.revision,
    });
    const rewardFen = expectedRewardFen(season, journey, screen);
    await office.post({
      by: townCadre,
      path: `${path}/accept-work`,
      body: { ...body, rewardFen },
      revision: second.revision,
    });
    season.done();
  });
}

function acceptanceOf({ files }: Season, { household, caseId }: Journey) {
  const { lines, actualFen, estimateFen, basis } = household.plan;
  return {
    lines: lines.map(({ quantityMilli, acceptedMilli, paidUnitPriceFen }, index) => ({
      lineNo: index + 1,
      acceptedMilli,
      paidUnitPriceFen,
      acceptedFen: lineAmountFen(acceptedMilli, paidUnitPriceFen),
      done: acceptedMilli === 0 ? 'not-done' : acceptedMilli < quantityMilli ? 'partly' : 'done',
    })),
    income: { actualFen, estimateFen, basis, asOf: files.calendar['worksAccepted']! },
    photos: [photo(`${caseId} work`)],
    invoices: [photo(`${caseId} invoice`)],
  };
}

function signedAcceptance({ acceptance }: CaseScreen) {
  return { contentHash: acceptance!.contentHash, attestation: ACCEPTANCE_ATTESTATION.text, method: 'paper' };
}

/** The reward that F3 shows the town cadre, from the town's standard. */
function expectedRewardFen({ files }: Season, { household }: Journey, { plan }: CaseScreen): number {
  const { actualFen, estimateFen, basis } = household.plan;
  const standard = files.standards.find(({ unit }) => unit === household.town);
  const income = { actualFen, estimateFen, basis, asOf: files.calendar['worksAccepted']! };
  const numbered = standard && { version: 1, basis: standard.basis, tiers: standard.tiers };
  return rewardFor(numbered, plan as PlanContent, income).rewardFen;
}

async function closeCases(season: Season, cast: TownCast): Promise<void> {
  const { office, done } = season;
  await forEach(withProject(cast), async ({ caseId, townCadre }) => {
    const { revision } = await look(season, townCadre, caseId);
    await office.post({ by: townCadre, path: `/api/cases/${caseId}/close`, body: {}, revision });
    done();
  });
}
