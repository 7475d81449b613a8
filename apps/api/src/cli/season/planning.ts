import { BUDGET_ATTESTATION, lineAmountFen, sumFen } from '@yihu/domain';
import { withProject, withStory, type Journey, type Season, type TownCast } from './cast';
import type { DemoPlan } from './demo-files';
import { forEach } from './office';
import { eachTown } from './opening';

export interface CaseScreen {
  readonly revision: number;
  readonly stage: string;
  readonly plan: { readonly contentHash: string; readonly planVersion: number } | null;
  readonly acceptance: { readonly contentHash: string } | null;
}

/** 一户一策: drafted with the household, signed by it, the village and the town. */
export async function plan(season: Season): Promise<void> {
  await season.on('plansDrafted', '商定项目，本户签字');
  await eachTown(season, draftAndSign);
  await season.on('villagesSigned', '村帮扶责任人签字');
  await eachTown(season, signAsVillages);
  await season.on('plansRedrafted', '退回的重新商定');
  await eachTown(season, redraft);
  await season.on('villagesSignedAgain', '村帮扶责任人再签');
  await eachTown(season, signAgain);
  await season.on('townsSigned', '镇帮扶责任人签字');
  await eachTown(season, signAsTown);
}

/** What a person sees of a case before acting on it. */
export function look({ office }: Pick<Season, 'office'>, by: string, caseId: string): Promise<CaseScreen> {
  return office.get(by, `/api/cases/${caseId}`);
}

export function draftOf({ lines, rewardFen, forecastFen, grounds }: DemoPlan): object {
  const planned = lines.map(({ acceptedMilli: _accepted, paidUnitPriceFen: _paid, ...line }) => ({
    ...line,
    amountFen: lineAmountFen(line.quantityMilli, line.unitPriceFen),
  }));
  const subsidyFen = sumFen(planned.map((line) => line.amountFen));
  const activity = planned[0]?.activity ?? 'breeding';
  return { activity, lines: planned, subsidyFen, rewardFen, forecastFen, grounds };
}

const signed = ({ contentHash }: { contentHash: string }) => ({
  contentHash,
  attestation: BUDGET_ATTESTATION.text,
  method: 'paper',
});

async function draftAndSign(season: Season, cast: TownCast): Promise<void> {
  const { office, done } = season;
  await forEach(withStory(cast, 'no-project'), async ({ caseId, townCadre }) => {
    const body = {
      reason: 'no-labour',
      text: '家中无劳动力，本人书面说明不参加项目。',
      method: 'paper',
      relation: 'head',
    };
    await office.post({ by: townCadre, path: `/api/cases/${caseId}/confirm-no-project`, body, revision: 1 });
    done();
  });
  const drafting = cast.journeys.filter(({ household }) => household.plan.story !== 'no-project');
  await forEach(drafting, async (journey) => {
    await draft(season, journey, 1, draftOf(journey.household.plan), '');
    await signAsHousehold(season, journey, '');
    done();
  });
}

async function draft(
  { office }: Season,
  journey: Journey,
  revision: number,
  body: object,
  again: string,
): Promise<void> {
  const { caseId, villageCadre } = journey;
  await office.post({ by: villageCadre, path: `/api/cases/${caseId}/draft-plan`, body, again, revision });
}

async function signAsHousehold(
  season: Season,
  { caseId, villageCadre }: Journey,
  again: string,
): Promise<void> {
  const { plan: current, revision } = await look(season, villageCadre, caseId);
  const body = { ...signed(current!), relation: 'head' };
  await season.office.post({
    by: villageCadre,
    path: `/api/cases/${caseId}/sign-as-household`,
    body,
    again,
    revision,
  });
}

async function signAsVillage(
  season: Season,
  { caseId, villageCadre }: Journey,
  again: string,
): Promise<void> {
  const { plan: current, revision } = await look(season, villageCadre, caseId);
  const path = `/api/cases/${caseId}/sign-as-village`;
  await season.office.post({ by: villageCadre, path, body: signed(current!), again, revision });
}

async function signAsVillages(season: Season, cast: TownCast): Promise<void> {
  const { office, done } = season;
  await forEach(withStory(cast, 'withdrawn'), async ({ caseId, villageCadre }) => {
    const { revision } = await look(season, villageCadre, caseId);
    const body = { ground: 'declined', reason: '本户决定外出务工，自愿放弃。' };
    await office.post({ by: villageCadre, path: `/api/cases/${caseId}/withdraw`, body, revision });
    done();
  });
  await forEach(withStory(cast, 'returned-village'), async ({ caseId, villageCadre }) => {
    const { revision } = await look(season, villageCadre, caseId);
    const body = {
      reasonCode: 'quantity-unclear',
      fields: ['lines.1.quantityMilli'],
      text: '数量与圈舍面积不符，请与本户再核实。',
    };
    await office.post({ by: villageCadre, path: `/api/cases/${caseId}/return-plan`, body, revision });
    done();
  });
  const signing = withProject(cast).filter(({ household }) => household.plan.story !== 'returned-village');
  await forEach(signing, async (journey) => {
    await signAsVillage(season, journey, '');
    done();
  });
  await forEach(withStory(cast, 'signature-withdrawn'), async ({ caseId, villageCadre }) => {
    const { revision } = await look(season, villageCadre, caseId);
    const body = { reason: '单价抄错一位，先撤回再核对。' };
    await office.post({
      by: villageCadre,
      path: `/api/cases/${caseId}/withdraw-village-signature`,
      body,
      revision,
    });
    done();
  });
}

async function redraft(season: Season, cast: TownCast): Promise<void> {
  await forEach(withStory(cast, 'returned-village'), async (journey) => {
    const { revision } = await look(season, journey.villageCadre, journey.caseId);
    await draft(season, journey, revision, draftOf(journey.household.plan), 'again');
    await signAsHousehold(season, journey, 'again');
    season.done();
  });
}

async function signAgain(season: Season, cast: TownCast): Promise<void> {
  await forEach(withStory(cast, 'returned-village', 'signature-withdrawn'), async (journey) => {
    await signAsVillage(season, journey, 'again');
    season.done();
  });
}

/** The most items the API takes in one batch. */
const BATCH_ITEMS = 200;

interface BatchReply {
  readonly items: readonly {
    readonly caseId: string;
    readonly ok: boolean;
    readonly problem?: { readonly refusals?: readonly { readonly rule: string }[] };
  }[];
}

/** Each town cadre signs its own households in one go; the answer is looked at item by item. */
async function signAsTown(season: Season, cast: TownCast): Promise<void> {
  for (const townCadre of cast.townCadres) {
    const mine = withProject(cast).filter((journey) => journey.townCadre === townCadre);
    const items = await forEach(mine, async ({ caseId }) => {
      const { plan: current, revision } = await look(season, townCadre, caseId);
      return { caseId, revision, ...signed(current!) };
    });
    const refused = await postBatch(season, townCadre, '/api/cases/sign-as-town', items, 'quota-room');
    await lapse(season, cast, refused);
  }
}

/** Posts items in batches and gives those that were refused for one rule; any other refusal ends the season. */
export async function postBatch(
  season: Season,
  by: string,
  path: string,
  items: readonly object[],
  mayRefuse?: string,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (let from = 0; from < items.length; from += BATCH_ITEMS) {
    const body = { items: items.slice(from, from + BATCH_ITEMS) };
    const again = `${from} of ${items.length}`;
    const reply = await season.office.post<BatchReply>({ by, path, body, again });
    for (const { caseId, ok, problem } of reply.items) {
      const isExpected = problem?.refusals?.some(({ rule }) => rule === mayRefuse) ?? false;
      if (!ok && !isExpected) throw new Error(`${path} left ${caseId} undone: ${JSON.stringify(problem)}`);
      if (!ok) refused.push(caseId);
      season.done();
    }
  }
  return refused;
}

/** There is no money left for these households this year; their cases end, and the last ones get nothing. */
async function lapse(season: Season, cast: TownCast, caseIds: readonly string[]): Promise<void> {
  cast.journeys = cast.journeys.map((journey) =>
    caseIds.includes(journey.caseId)
      ? {
          ...journey,
          household: { ...journey.household, plan: { ...journey.household.plan, story: 'withdrawn' } },
        }
      : journey,
  );
  await forEach(caseIds, async (caseId) => {
    const { townCadre } = cast.journeys.find((journey) => journey.caseId === caseId)!;
    const { revision } = await look(season, townCadre, caseId);
    const body = { ground: 'lapsed', reason: '本年度镇指标已用完，本户同意下年度再报。' };
    await season.office.post({ by: townCadre, path: `/api/cases/${caseId}/withdraw`, body, revision });
    season.done();
  });
}
