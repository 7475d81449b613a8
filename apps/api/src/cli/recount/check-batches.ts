import { caseStreamOf } from './books';
import { checkSum } from './check-plan';
import { obligationKey } from './check-obligations';
import { amountsIn, totalFen } from './money';
import type { Report } from './problem';
import { countIn, objectsIn, type Members, type RecordedEvent } from './recorded-event';

/**
 * Payment batches by themselves, as the ledger may be wrong: no attempt stands in two bank files, no obligation
 * is confirmed twice (A11), and a manifest is the sum of its rows (A5).
 */
export function newBatchCheck(): (event: RecordedEvent, report: Report) => void {
  /** Of each batch: its rows' attempts by row number, such as `case-… 1-1 #2`. */
  const batches = new Map<string, Map<number, { readonly owed: string; readonly attempt: string }>>();
  const drawn = new Set<string>();
  const confirmed = new Map<string, number>();

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

  return (event, report) => {
    const { type, stream, data } = event;
    if (!stream.startsWith('payment-')) return;
    if (type === 'BatchDrawn') return draw(event, report);
    const rows = batches.get(stream);
    if (type === 'BatchCancelled') rows?.forEach(({ attempt }) => drawn.delete(attempt));
    if (typeof data['row'] !== 'number') return;
    const entry = rows?.get(data['row']);
    if (!entry) return report('A11', `row ${data['row']} was never drawn`);
    if (type === 'ItemDropped') drawn.delete(entry.attempt);
    const times = confirmed.get(entry.owed) ?? 0;
    if (type === 'ItemReversed') confirmed.set(entry.owed, times - 1);
    if (type !== 'ItemConfirmed') return;
    // What names a recovery is asked back; that it truly is, the case is held to.
    if (times > 0 && data['recoveryId'] === undefined) report('A11', `${entry.owed} is confirmed twice`);
    confirmed.set(entry.owed, times + 1);
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
