import { caseStreamOf } from './books';
import { checkSum } from './check-plan';
import { obligationKey } from './check-obligations';
import { amountsIn, totalFen } from './money';
import type { Report } from './problem';
import { countIn, objectsIn, type Members, type RecordedEvent } from './recorded-event';

/** What batches are held against, event by event, and what is only known after the last. */
export interface BatchCheck {
  check(event: RecordedEvent, report: Report): void;
  close(): void;
}

/**
 * Payment batches: no attempt stands in two bank files, no obligation is confirmed twice unless one of the payments
 * is asked back (A11), and a manifest is the sum of its rows (A5). That it truly is asked back, the case is held to.
 */
export function newBatchCheck(): BatchCheck {
  /** Of each batch: its rows' attempts by row number, such as `case-… 1-1 #2`. */
  const batches = new Map<string, Map<number, { readonly owed: string; readonly attempt: string }>>();
  const drawn = new Set<string>();
  const confirmed = new Map<string, number>();
  /** Of each obligation: confirmations beyond the first that no recovery is named for yet. */
  const doubts = new Map<string, (() => void)[]>();
  /** Recoveries that an item named itself. */
  const named = new Set<unknown>();

  const draw = ({ stream, data }: RecordedEvent, report: Report): void => {
    const rows = objectsIn(data, 'rows');
    const entries = rows.map((row) => {
      const owed = `${caseStreamOf(row)} ${obligationKey({ ...row, tranche: data['tranche'] })}`;
      return { row: countIn(row, 'row'), owed, attempt: `${owed} #${countIn(row, 'attempt')}` };
    });
    for (const { attempt } of entries) {
      if (drawn.has(attempt)) report('A11', `${attempt} stands in two batches`);
      drawn.add(attempt);
    }
    batches.set(stream, new Map(entries.map(({ row, ...entry }) => [row, entry])));
    checkManifest(data, rows, report);
  };

  const confirm = (owed: string, recoveryId: unknown, report: Report): void => {
    const times = confirmed.get(owed) ?? 0;
    confirmed.set(owed, times + 1);
    if (recoveryId !== undefined) return void named.add(recoveryId);
    if (times === 0) return;
    const doubt = () => report('A11', `${owed} is confirmed twice`);
    doubts.set(owed, [...(doubts.get(owed) ?? []), doubt]);
  };

  /** Of two confirmations that crossed, the ledger may be the first to know which was not owed. */
  const askBack = ({ data }: RecordedEvent): void => {
    if (data['recoveryId'] === undefined || named.has(data['recoveryId'])) return;
    doubts.get(`${caseStreamOf(data)} ${obligationKey(data)}`)?.pop();
  };

  const item = ({ type, stream, data }: RecordedEvent, report: Report): void => {
    const rows = batches.get(stream);
    if (type === 'BatchCancelled') rows?.forEach(({ attempt }) => drawn.delete(attempt));
    if (typeof data['row'] !== 'number') return;
    const entry = rows?.get(data['row']);
    if (!entry) return report('A11', `row ${data['row']} was never drawn`);
    if (type === 'ItemDropped') drawn.delete(entry.attempt);
    if (type === 'ItemReversed') confirmed.set(entry.owed, (confirmed.get(entry.owed) ?? 0) - 1);
    if (type === 'ItemConfirmed') confirm(entry.owed, data['recoveryId'], report);
  };

  return {
    check(event, report) {
      if (event.type === 'TranchePaid') askBack(event);
      if (event.type === 'BatchDrawn') draw(event, report);
      else if (event.stream.startsWith('payment-')) item(event, report);
    },
    close() {
      for (const doubt of [...doubts.values()].flat()) doubt();
    },
  };
}

function checkManifest(data: Members, rows: readonly Members[], report: Report): void {
  checkSum(
    'the rows',
    countIn(data, 'sumFen'),
    rows.map((row) => countIn(row, 'amountFen')),
    report,
  );
  if (countIn(data, 'count') !== rows.length)
    report('A5', `the batch counts ${data['count']} rows and has ${rows.length}`);
  for (const row of rows) {
    const { subsidyFen, rewardFen } = amountsIn(row);
    checkSum(`the parts of row ${row['row']}`, countIn(row, 'amountFen'), [subsidyFen, rewardFen], report);
  }
  if (rows.some((row) => totalFen(amountsIn(row)) === 0)) report('A5', 'a row of 0.00 is sent to the bank');
}
