import { createHash } from 'node:crypto';
import { withStory, type Journey, type Season, type TownCast } from './cast';
import { forEach, type Answer } from './office';

interface BatchScreen {
  readonly revision: number;
  readonly hash: string;
  readonly rows: readonly { readonly row: number; readonly caseId: string; readonly amountFen: number }[];
}

export interface Transfer {
  readonly tranche: 1 | 2;
  readonly again: string;
  readonly drawnOn: string;
  readonly releasedOn: string;
  readonly paidOn: string;
  /** What the bank answers for a household: 00 paid, 22 account closed. */
  readonly codeFor: (journey: Journey) => string;
}

/** One transfer of one town: drawn, approved by a second person, released, answered by the bank. */
export async function transfer(
  season: Season,
  cast: TownCast,
  journeys: readonly Journey[],
  how: Transfer,
): Promise<void> {
  if (journeys.length === 0) return;
  const { office, year, files, done } = season;
  const [drawer, approver] = cast.finance;
  const { tranche, again } = how;
  await season.on(how.drawnOn, tranche === 1 ? '拟第一次拨付' : '拟第二次拨付');
  const caseIds = journeys.map((journey) => journey.caseId);
  const body = { year, town: cast.town.code, tranche, caseIds };
  const drawn = await office.post({
    by: drawer,
    path: '/api/payments/draw',
    body,
    again: `${cast.town.code} ${tranche} ${again}`,
  });
  const path = `/api/payments/${drawn.id}`;
  const { hash, rows } = await office.get<BatchScreen>(approver, path);
  const approved = await office.post({
    by: approver,
    path: `${path}/approve`,
    body: { hash },
    revision: drawn.revision,
  });
  await season.on(how.releasedOn, '送银行');
  const sent = { fileHash: createHash('sha256').update(hash).digest('hex') };
  const released = await office.post({
    by: drawer,
    path: `${path}/release`,
    body: sent,
    revision: approved.revision,
  });
  await season.on(how.paidOn, '银行回单');
  const valueOn = files.calendar[how.paidOn]!;
  const results = rows.map(({ row, caseId, amountFen }) => {
    const journey = journeys.find((each) => each.caseId === caseId)!;
    return { row, amountFen, valueOn, bankRef: `${drawn.id.slice(0, 8)}-${row}`, code: how.codeFor(journey) };
  });
  await importResults(season, drawer, path, released, results);
  done();
}

async function importResults(
  { office }: Season,
  by: string,
  path: string,
  released: Answer,
  rows: readonly { readonly amountFen: number }[],
): Promise<void> {
  const fileHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const sumFen = rows.reduce((sum, row) => sum + row.amountFen, 0);
  const body = { fileHash, rows, count: rows.length, sumFen };
  await office.post({ by, path: `${path}/import-results`, body, revision: released.revision });
}

/** The bank knew no such account: the right one is proposed by the village and designated by the town. */
export async function correctAccounts(season: Season, cast: TownCast): Promise<void> {
  const { office } = season;
  await forEach(
    withStory(cast, 'bank-returned'),
    async ({ household, householdId, villageCadre, townCadre }) => {
      const { name, bank, account, holderRelation } = household;
      const path = `/api/households/${householdId}`;
      const body = { account, holder: name, holderRelation, bank };
      const proposed = await office.post({
        by: villageCadre,
        path: `${path}/propose-account`,
        body,
        again: 'again',
        revision: 2,
      });
      await office.post({
        by: townCadre,
        path: `${path}/designate-account`,
        body: {},
        again: 'again',
        revision: proposed.revision,
      });
    },
  );
}
