import { csvText, quantityText, yuanText, type CsvRow } from './csv';
import type { DemoLine } from './lines';
import type { DemoPlan } from './plans';

const HEADER = [
  '户编号',
  '行号',
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

/** One row a line; what belongs to the household stands on its first row only. */
export function plansCsv(plans: readonly DemoPlan[]): string {
  return csvText(HEADER, plans.flatMap(rowsOf));
}

function rowsOf(plan: DemoPlan): readonly CsvRow[] {
  const code = { 户编号: plan.household.code };
  if (plan.lines.length === 0) return [{ ...code, 行号: '0', ...householdColumns(plan) }];
  const isAccepted = plan.story !== 'withdrawn';
  return plan.lines.map((line, index) => ({
    ...code,
    行号: String(index + 1),
    ...lineColumns(line),
    ...(isAccepted && acceptedColumns(line)),
    ...(index === 0 && householdColumns(plan)),
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

function householdColumns({ story, rewardFen, income, grounds }: DemoPlan): CsvRow {
  return {
    走向: story,
    ...(income && { 计划奖励: yuanText(rewardFen), 预计收入: yuanText(income.forecastFen) }),
    ...(income &&
      story !== 'withdrawn' && {
        实际收入: yuanText(income.actualFen),
        估算收入: yuanText(income.estimateFen),
        收入依据: income.basis,
      }),
    意愿: grounds.wish,
    家庭情况: grounds.circumstances,
    选择内容: grounds.items,
  };
}
