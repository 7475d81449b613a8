import { act, look } from './case-desk';
import { withProject, withStory, type Journey, type TownCast } from './cast';
import { eachJourney, eachTown } from './crowd';
import { govern } from './opening';
import type { Season } from './season-of';

interface LedgerScreen {
  readonly revision: number;
  readonly surplusFen: number;
}

/** A town is late as a whole: its photos go to the bureau together. */
const isLate = (cast: TownCast) => withStory(cast, 'late').length > 0;

const inTime = (cast: TownCast): readonly Journey[] => (isLate(cast) ? [] : withProject(cast));
const tooLate = (cast: TownCast): readonly Journey[] => (isLate(cast) ? withProject(cast) : []);

/** Whoever built less than was paid for gives the rest back. */
export async function recoverOverpaid(season: Season): Promise<void> {
  const { clock } = season;
  const partlyBuilt = (cast: TownCast) => withStory(cast, 'partial');
  await eachJourney(season, partlyBuilt, async (journey, cast) => {
    const finance = cast.finance[0];
    const { recoveries } = await look(season, finance, journey);
    for (const { recoveryId, owedFen } of recoveries) {
      const body = { recoveryId, amountFen: owedFen, how: 'transfer', receivedOn: clock.today };
      if (owedFen > 0) await act(season, finance, journey, 'record-recovery', body);
    }
  });
}

export async function closeCases(season: Season): Promise<void> {
  await eachJourney(season, inTime, (journey) => act(season, journey.townCadre, journey, 'close', {}));
}

export async function closeLateCases(season: Season): Promise<void> {
  await eachJourney(season, tooLate, (journey) => act(season, journey.townCadre, journey, 'close', {}));
}

/** What was not spent goes back to the district. */
export async function returnSurplus(season: Season): Promise<void> {
  const { office, year, clock, progress } = season;
  await eachTown(season, async ({ town, finance: [by] }) => {
    const path = pathOf(season, town.code);
    const { surplusFen: amountFen, revision } = await office.get<LedgerScreen>(by, path);
    if (amountFen === 0) return;
    const docNo = `演示退〔${year}〕${town.code.slice(-3)}号`;
    const body = { amountFen, returnedOn: clock.today, docNo };
    await office.post({ by, path: `${path}/return-surplus`, body, revision });
    progress.done();
  });
}

/** The leader closes the town's books. */
export async function closeTowns(season: Season): Promise<void> {
  const { office, progress } = season;
  await eachTown(season, async ({ town, leader: by }) => {
    const path = pathOf(season, town.code);
    const { revision } = await office.get<LedgerScreen>(by, path);
    await office.post({ by, path: `${path}/close`, body: {}, revision });
    progress.done();
  });
}

export async function closeProgramme(season: Season): Promise<void> {
  await govern(season, season.bureau, 'close', {});
}

const pathOf = ({ year }: Season, town: string) => `/api/ledgers/${year}-${town}`;
