import { createHash } from 'node:crypto';
import { withProject, withStory, type BatchInHand, type BatchRow, type Journey, type TownCast } from './cast';
import { eachJourney, eachTown } from './crowd';
import type { Post } from './office';
import { expectRefusal } from './refused';
import type { Season } from './season-of';

const BANK_RETURNED = 'bank-returned';
const NOTICE_MISSED = 'notice-missed';
const LATE = 'late';

/** What the bank answers: paid, and no such account. */
const PAID = '00';
const NO_SUCH_ACCOUNT = '22';

interface BatchScreen {
  readonly hash: string;
  readonly rows: readonly BatchRow[];
}

/** Who hung on no notice cannot be paid (R32): the town's finance finds out, and draws for the others. */
export function drawFirstBatches(season: Season): Promise<void> {
  return eachTown(season, async (cast) => {
    const [missed] = withStory(cast, NOTICE_MISSED);
    if (missed) {
      const drawing = draw(season, cast, 1, withProject(cast));
      await expectRefusal(season, 'notice-matches-version', missed.caseId, drawing);
    }
    await draw(season, cast, 1, withProject(cast, NOTICE_MISSED));
  });
}

/** The bank has answered for a wrong account; it is tried again with the right one. */
export function drawRetryBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 1, withStory(cast, BANK_RETURNED)));
}

export function drawMissedBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 1, withStory(cast, NOTICE_MISSED)));
}

export function drawSecondBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 2, withProject(cast, LATE).filter(isDue)));
}

export function drawLateBatches(season: Season): Promise<void> {
  return eachTown(season, (cast) => draw(season, cast, 2, withStory(cast, LATE).filter(isDue)));
}

const isDue = (journey: Journey) => journey.isDue;

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
  // The instruction is one more fact in each case.
  for (const journey of journeys) journey.revision += 1;
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
  const isWrong = ({ household }: Journey) => household.year.story === BANK_RETURNED;
  return eachBatch(season, async (cast, batch) => {
    const sent = await importResults(season, cast, batch, (each) => (isWrong(each) ? NO_SUCH_ACCOUNT : PAID));
    // Somebody opens the bank's file once more: it records nothing that is not recorded (A11).
    const wrong = batch.journeys.find(isWrong);
    if (wrong) await expectRefusal(season, 'not-applied-before', wrong.caseId, season.office.post(sent));
  });
}

export function importPaidResults(season: Season): Promise<void> {
  return eachBatch(season, (cast, batch) => importResults(season, cast, batch, () => PAID));
}

async function eachBatch(
  season: Season,
  work: (cast: TownCast, batch: BatchInHand) => Promise<unknown>,
): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const batch of cast.batches) await work(cast, batch);
    cast.batches = [];
  });
}

/** Gives how the same file would be sent once more. */
async function importResults(
  season: Season,
  cast: TownCast,
  batch: BatchInHand,
  codeFor: (journey: Journey) => string,
): Promise<Post> {
  const rows = resultsOf(season, batch, codeFor);
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const sumFen = rows.reduce((sum, row) => sum + row.amountFen, 0);
  const body = { fileHash, rows, count: rows.length, sumFen };
  const sending = { by: cast.finance[0], path: `/api/payments/${batch.id}/import-results`, body };
  const { revision } = await season.office.post({ ...sending, revision: batch.revision });
  // What the bank says is one more fact in each case.
  for (const journey of batch.journeys) journey.revision += 1;
  season.progress.done();
  return { ...sending, revision };
}

function resultsOf({ clock }: Season, batch: BatchInHand, codeFor: (journey: Journey) => string) {
  return batch.rows.flatMap(({ row, caseId, amountFen }) => {
    const journey = batch.journeys.find((each) => each.caseId === caseId);
    const bankRef = `${batch.id.slice(0, 8)}-${row}`;
    return journey ? [{ row, amountFen, valueOn: clock.today, bankRef, code: codeFor(journey) }] : [];
  });
}

/** The bank knows the account no more: the village proposes the new one, and the town designates it. */
export async function correctAccounts(season: Season): Promise<void> {
  const { office } = season;
  await eachJourney(
    season,
    (cast) => withStory(cast, BANK_RETURNED),
    async ({ household, householdId, villageCadre, townCadre }) => {
      const { name, bank, account, holderRelation } = household;
      const path = `/api/households/${householdId}`;
      const body = { account: newNumberFor(account), holder: name, holderRelation, bank };
      const propose = { by: villageCadre, path: `${path}/propose-account`, body, revision: 2 };
      const { revision } = await office.post(propose);
      await office.post({ by: townCadre, path: `${path}/designate-account`, body: {}, revision });
    },
  );
}

/** Another digit at the end. */
function newNumberFor(account: string): string {
  return account.slice(0, -1) + String((Number(account.at(-1)) + 1) % 10);
}

function replace(cast: TownCast, batch: BatchInHand): void {
  cast.batches = cast.batches.map((each) => (each.id === batch.id ? batch : each));
}
