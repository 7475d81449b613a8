import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** A version of a plan as the file tells it, with its money in fen. */
export interface VersionInFile {
  readonly no: string;
  readonly lines: readonly Row[];
  readonly subsidyFen: number;
  /** What the lines come to as they are accepted; 0 for a version that never is. */
  readonly payableFen: number;
  readonly rewardFen: number;
}

export interface PlanInFile {
  readonly code: string;
  readonly town: string;
  readonly village: string;
  readonly rows: readonly Row[];
  readonly first: Row;
  readonly story: string;
  readonly versions: readonly VersionInFile[];
}

export const FOLDER = join(__dirname, '..', '..', 'yubei-2024');

export const rowsOf = (name: string): readonly Row[] =>
  parse(readFileSync(join(FOLDER, name), 'utf8'), { columns: true });

/** `1999.99` → 199999. The decimals are cut by text, so no float touches the money. */
export function fen(yuan: string): number {
  return scaled(yuan, 2);
}

export function scaled(text: string, places: number): number {
  const [whole = '0', decimals = ''] = (text || '0').split('.');
  return Number(whole + decimals.padEnd(places, '0'));
}

/** Each household of `plans.csv` in the file's order, with where it lives. */
export function plansInFile(): readonly PlanInFile[] {
  const households = new Map(rowsOf('households.csv').map((row) => [row['户编号']!, row]));
  return grouped(rowsOf('plans.csv'), '户编号').map(([code, rows]) => {
    const { 镇: town = '', 村代码: village = '' } = households.get(code) ?? {};
    const lines = rows.filter((row) => row['行号'] !== '0');
    const versions = grouped(lines, '版次').map(([no, own]) => versionOf(no, own));
    return { code, town, village, rows, first: rows[0]!, story: rows[0]!['走向']!, versions };
  });
}

function versionOf(no: string, lines: readonly Row[]): VersionInFile {
  return {
    no,
    lines,
    subsidyFen: sumFen(lines, '数量', '单价'),
    payableFen: sumFen(lines, '验收数量', '实付单价'),
    rewardFen: fen(lines[0]!['计划奖励']!),
  };
}

function sumFen(lines: readonly Row[], quantity: string, price: string): number {
  const amounts = lines.map((row) => BigInt(scaled(row[quantity]!, 3)) * BigInt(fen(row[price]!)));
  return amounts.reduce((sum, amount) => sum + Number((amount + 500n) / 1000n), 0);
}

/** The rows by what they have in a column, in the order in which it comes up. */
export function grouped(
  rows: readonly Row[],
  column: string,
): readonly (readonly [string, readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[column]!, [...(groups.get(row[column]!) ?? []), row]);
  return [...groups];
}
