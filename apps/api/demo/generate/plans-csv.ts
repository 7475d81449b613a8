import { csvText, quantityText, yuanText, type CsvRow } from './csv';
import type { DemoLine } from './lines';
import type { DemoPlan, DemoPlanVersion } from './plans';

const HEADER = [
  '户编号',
  '行号',
  '版次',
  '类别',
  '活动',
  '补助内容',
  '单位',
  '数量',
  '单价',
  '验收数量',
  '实付单价',
  '走向',
  '计划奖励',
  '预计收入',
  '实际收入',
  '估算收入',
  '收入依据',
  '意愿',
  '家庭情况',
  '选择内容',
];

/**
 * One row a line. What belongs to a version of the plan stands on its first row only, what belongs to the household
 * on its first row of all. A household without a project has a single row with line number 0.
 */
export function plansCsv(plans: readonly DemoPlan[]): string {
  return csvText(HEADER, plans.flatMap(rowsOf));
}

function rowsOf(plan: DemoPlan): readonly CsvRow[] {
  const { household, versions } = plan;
  if (versions.length === 0) {
    return [{ 户编号: household.code, 行号: '0', 版次: '1', ...groundsColumns(plan), ...yearColumns(plan) }];
  }
  return versions.flatMap((version, index) => versionRows(plan, version, index + 1));
}

function versionRows(plan: DemoPlan, version: DemoPlanVersion, versionNo: number): readonly CsvRow[] {
  const { household, story, versions } = plan;
  // Who is faster in the race keeps the first version; everyone else is accepted on the last.
  const isAccepted = story !== 'withdrawn' && (story === 'race' || versionNo === versions.length);
  return version.lines.map((line, index) => ({
    户编号: household.code,
    行号: String(index + 1),
    版次: String(versionNo),
    ...lineColumns(line),
    ...(isAccepted && acceptedColumns(line)),
    ...(index === 0 && { ...versionColumns(plan, version), ...groundsColumns(plan) }),
    ...(index === 0 && versionNo === 1 && yearColumns(plan)),
  }));
}

function lineColumns(line: DemoLine): CsvRow {
  return {
    类别: line.category,
    活动: line.activity,
    补助内容: line.item,
    单位: line.unit,
    数量: quantityText(line.quantityMilli),
    单价: yuanText(line.unitPriceFen),
  };
}

function acceptedColumns(line: DemoLine): CsvRow {
  return { 验收数量: quantityText(line.acceptedMilli), 实付单价: yuanText(line.paidUnitPriceFen) };
}

function versionColumns({ income }: DemoPlan, { rewardFen }: DemoPlanVersion): CsvRow {
  return income ? { 计划奖励: yuanText(rewardFen), 预计收入: yuanText(income.forecastFen) } : {};
}

function groundsColumns({ grounds }: DemoPlan): CsvRow {
  return { 意愿: grounds.wish, 家庭情况: grounds.circumstances, 选择内容: grounds.items };
}

function yearColumns({ story, income }: DemoPlan): CsvRow {
  if (!income || story === 'withdrawn') return { 走向: story };
  const { actualFen, estimateFen, basis } = income;
  return { 走向: story, 实际收入: yuanText(actualFen), 估算收入: yuanText(estimateFen), 收入依据: basis };
}
