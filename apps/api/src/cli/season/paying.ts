import { createHash } from 'node:crypto';
import { withProject, withStory, type BatchInHand, type BatchRow, type Journey, type TownCast } from './cast';
import { eachJourney, eachTown } from './crowd';
import type { Season } from './season-of';

/** What the bank answers: paid, and no such account. */
const PAID = '00';
const NO_SUCH_ACCOUNT = '22';

interface BatchScreen {
  readonly hash: string;
  readonly rows: readonly BatchRow[];
}

export function drawFirstBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 1, withProject(cast)));
}

/** The bank has answered for a wrong account; it is tried again with the right one. */
export function drawRetryBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 1, withStory(cast, 'bank-returned')));
}

export function drawSecondBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) =>
    draw(
      season,
      cast,
      2,
      withProject(cast).filter(({ isDue }) => isDue),
    ),
  );
}

/** One transfer of one town, drawn by one person and approved by another. */
async function draw(
  { office, year, progress }: Season,
  cast: TownCast,
  tranche: 1 | 2,
  journeys: readonly Journey[],
): Promise<void> {
  if (journeys.length === 0) return;
  const [drawer, approver] = cast.finance;
  const { code } = cast.town;
  const caseIds = journeys.map((journey) => journey.caseId);
  const body = { year, town: code, tranche, caseIds };
  const again = `${code} ${tranche} ${caseIds[0]} and ${caseIds.length - 1}`;
  const drawn = await office.post({ by: drawer, path: '/api/payments/draw', body, again });
  const path = `/api/payments/${drawn.id}`;
  const { hash, rows } = await office.get<BatchScreen>(approver, path);
  const approve = { by: approver, path: `${path}/approve`, body: { hash }, revision: drawn.revision };
  const { revision } = await office.post(approve);
  cast.batches = [...cast.batches, { id: drawn.id, hash, rows, revision, journeys }];
  progress.done();
}

export function releaseBatches(season: Season): Promise<void> {
  return eachTown(season, async (cast) => {
    for (const batch of cast.batches) {
      const path = `/api/payments/${batch.id}/release`;
      const body = { fileHash: createHash('sha256').update(batch.hash).digest('hex') };
      const released = await season.office.post({
        by: cast.finance[0],
        path,
        body,
        revision: batch.revision,
      });
      replace(cast, { ...batch, revision: released.revision });
      season.progress.done();
    }
  });
}

/** The bank's answer to a first transfer, in which the wrong accounts come back. */
export function importFirstResults(season: Season): Promise<void> {
  const wrong = ({ household }: Journey) => household.year.story === 'bank-returned';
  return importResults(season, (journey) => (wrong(journey) ? NO_SUCH_ACCOUNT : PAID));
}

export function importPaidResults(season: Season): Promise<void> {
  return importResults(season, () => PAID);
}

async function importResults(season: Season, codeFor: (journey: Journey) => string): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const batch of cast.batches) {
      const rows = resultsOf(season, batch, codeFor);
      const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
      const sumFen = rows.reduce((sum, row) => sum + row.amountFen, 0);
      const body = { fileHash, rows, count: rows.length, sumFen };
      const path = `/api/payments/${batch.id}/import-results`;
      await season.office.post({ by: cast.finance[0], path, body, revision: batch.revision });
      season.progress.done();
    }
    cast.batches = [];
  });
}

function resultsOf({ clock }: Season, batch: BatchInHand, codeFor: (journey: Journey) => string) {
  return batch.rows.flatMap(({ row, caseId, amountFen }) => {
    const journey = batch.journeys.find((each) => each.caseId === caseId);
    const bankRef = `${batch.id.slice(0, 8)}-${row}`;
    return journey ? [{ row, amountFen, valueOn: clock.today, bankRef, code: codeFor(journey) }] : [];
  });
}

/** The bank knew no such account: the right one is proposed by the village and designated by the town. */
export async function correctAccounts(season: Season): Promise<void> {
  const { office } = season;
  await eachJourney(
    season,
    (cast) => withStory(cast, 'bank-returned'),
    async ({ household, householdId, villageCadre, townCadre }) => {
      const { name, bank, account, holderRelation } = household;
      const path = `/api/households/${householdId}`;
      const body = { account, holder: name, holderRelation, bank };
      const propose = { by: villageCadre, path: `${path}/propose-account`, body, revision: 2 };
      const { revision } = await office.post(propose);
      await office.post({ by: townCadre, path: `${path}/designate-account`, body: {}, revision });
    },
  );
}

function replace(cast: TownCast, batch: BatchInHand): void {
  cast.batches = cast.batches.map((each) => (each.id === batch.id ? batch : each));
}
