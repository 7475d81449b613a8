import { typedYuan } from '../../shared/read-number';
import { sumsOf, togetherFen, type PaperRow } from './paper-rows';

/** How what stands in codes is said in the file. */
export interface CsvWords {
  readonly heads: readonly string[];
  readonly sum: string;
  unit(code: string): string;
  householdClass(householdClass: PaperRow['householdClass']): string;
  remark(row: PaperRow): string;
}

const amount = (fen: number | undefined) => (fen === undefined ? '' : typedYuan(fen));

/** The sheet as a table for other programs: the columns of the paper, with the household's code behind them. */
export function summaryTable(
  rows: readonly PaperRow[],
  words: CsvWords,
): readonly (readonly (string | number)[])[] {
  const sums = sumsOf(rows);
  return [
    words.heads,
    ...rows.map((row, place) => [
      place + 1,
      words.unit(row.village),
      row.name ?? '',
      words.householdClass(row.householdClass),
      row.memberCount,
      row.items.join('、'),
      amount(row.subsidyFen),
      amount(row.forecastFen),
      amount(row.rewardFen),
      amount(togetherFen(row)),
      words.remark(row),
      row.householdCode,
    ]),
    [
      words.sum,
      '',
      '',
      '',
      sums.memberCount,
      '',
      amount(sums.subsidyFen),
      amount(sums.forecastFen),
      amount(sums.rewardFen),
      amount(togetherFen(sums)),
      '',
      '',
    ],
  ];
}
