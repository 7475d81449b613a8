import { postBatch } from './batches';
import { act } from './case-desk';
import { withProject, withStory, type Journey, type TownCast } from './cast';
import { eachJourney, eachTown, forEach } from './crowd';
import { redraft, signAsVillage, signed } from './planning';
import { refusalBy } from './refused';
import type { Season } from './season-of';
import { TOWN_STORIES } from './town-stories';

/** Between two signatures of whoever does not look at what they sign. */
const HASTE_MS = 2_000;

const RETURNED = 'returned-town';
const WITHDRAWN = 'town-signature-withdrawn';
const RACE = 'race';

const NO_ROOM = 'quota-room';

/** Who was returned, and who races for the last of the quota, come later. */
const inFirstTurn = (cast: TownCast) => withProject(cast, RETURNED, RACE);

const isHasty = ({ town }: TownCast) => town.code === TOWN_STORIES.signedOneByOne;

/** The town sees what the village has let pass, and says which fields are to be mended. */
export async function returnAsTowns(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, RETURNED),
    (journey) =>
      act(season, journey.townCadre, journey, 'return-plan', {
        reasonCode: 'price-too-high',
        fields: ['lines.1.unitPriceFen'],
        text: '单价高于市场价，请提供依据或重新商定。',
      }),
  );
}

export async function redraftForTowns(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, RETURNED),
    async (journey) => {
      await redraft(season, journey);
      await signAsVillage(season, journey);
    },
  );
}

/** Each town cadre signs its own households in one go; the answer is looked at item by item. */
export async function signAsTowns(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    if (!isHasty(cast)) await signInBatches(season, inFirstTurn(cast));
  });
}

export async function signOneByOne(season: Season): Promise<void> {
  for (const cast of season.casts.filter(isHasty)) {
    for (const journey of inFirstTurn(cast)) {
      await season.clock.pass(HASTE_MS);
      if (await signAsTown(season, journey)) await lapse(season, [journey]);
    }
  }
}

export async function withdrawTownSignatures(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withStory(cast, WITHDRAWN),
    (journey) =>
      act(season, journey.townCadre, journey, 'withdraw-town-signature', {
        reason: '误点签字，尚未核对现场。',
      }),
  );
}

export async function signAsTownsAgain(season: Season): Promise<void> {
  await eachTown(season, (cast) => signInBatches(season, withStory(cast, RETURNED, WITHDRAWN)));
}

/** What is left of the quota is enough for one of them, and their cadres sign at the same moment (R18). */
export async function raceForRoom(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    const racing = withStory(cast, RACE);
    const refusals = await Promise.all(racing.map((journey) => signAsTown(season, journey)));
    cast.losers = racing.filter((_journey, index) => refusals[index]);
  });
}

/** Who came too late is asked for less. */
export async function redraftLosers(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => cast.losers,
    async (journey) => {
      await act(season, journey.townCadre, journey, 'return-plan', {
        reasonCode: 'quota-exceeded',
        fields: ['lines', 'subsidyFen'],
        text: '本镇指标余额不足，请与本户按余额重新商定。',
      });
      await redraft(season, journey);
      await signAsVillage(season, journey);
    },
  );
}

export async function signLosers(season: Season): Promise<void> {
  await eachTown(season, (cast) => signInBatches(season, cast.losers));
}

/** Whether the quota had no room for it. */
export async function signAsTown(season: Season, journey: Journey): Promise<boolean> {
  const signing = act(season, journey.townCadre, journey, 'sign-as-town', signed(journey));
  return (await refusalBy(season, NO_ROOM, journey.caseId, signing)) !== undefined;
}

async function signInBatches(season: Season, journeys: readonly Journey[]): Promise<void> {
  const cadres = [...new Set(journeys.map(({ townCadre }) => townCadre))];
  for (const townCadre of cadres) {
    const mine = journeys.filter((journey) => journey.townCadre === townCadre);
    const items = mine.map((journey) => ({ journey, body: signed(journey) }));
    await lapse(season, await postBatch(season, townCadre, 'sign-as-town', items, NO_ROOM));
  }
}

/** There is no money left for these households this year; their cases end, and the last ones get nothing. */
async function lapse(season: Season, journeys: readonly Journey[]): Promise<void> {
  await forEach(journeys, async (journey) => {
    const body = { ground: 'lapsed', reason: '本年度镇指标已用完，本户同意下年度再报。' };
    await act(season, journey.townCadre, journey, 'withdraw', body);
    journey.hasProject = false;
  });
}
