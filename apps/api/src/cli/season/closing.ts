import { act, look } from './case-desk';
import { withProject } from './cast';
import { eachJourney } from './crowd';
import type { Season } from './season-of';

export async function closeCases(season: Season): Promise<void> {
  await eachJourney(season, withProject, async (journey) => {
    await look(season, journey.townCadre, journey);
    await act(season, journey.townCadre, journey, 'close', {});
  });
}
