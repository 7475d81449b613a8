import { postBatch, type BatchItem } from './batches';
import { act, look } from './case-desk';
import { withProject, type Journey, type TownCast } from './cast';
import { eachTown } from './crowd';
import { forEach } from './office';
import { signed } from './planning';
import type { Season } from './season-of';

/** Each town cadre signs its own households in one go; the answer is looked at item by item. */
export async function signAsTowns(season: Season): Promise<void> {
  await eachTown(season, (cast) => signInBatches(season, cast, withProject(cast)));
}

async function signInBatches(season: Season, cast: TownCast, journeys: readonly Journey[]): Promise<void> {
  for (const townCadre of cast.townCadres) {
    const mine = journeys.filter((journey) => journey.townCadre === townCadre);
    const items = await forEach(mine, async (journey): Promise<BatchItem> => {
      const { plan } = await look(season, townCadre, journey);
      return { journey, body: signed(plan!.contentHash) };
    });
    await lapse(season, await postBatch(season, townCadre, 'sign-as-town', items, 'quota-room'));
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
