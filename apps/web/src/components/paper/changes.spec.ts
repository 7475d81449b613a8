import type { PlanLine } from '@yihu/domain';
import { changesOf, countOf, type PaperPlan } from './changes';

function line(item: string, quantityMilli: number, unitPriceFen: number): PlanLine {
  const amountFen = (quantityMilli * unitPriceFen) / 1000;
  return {
    category: 'production-input',
    activity: 'breeding',
    item,
    unit: '只',
    quantityMilli,
    unitPriceFen,
    amountFen,
  };
}

function plan(...lines: PlanLine[]): PaperPlan {
  const subsidyFen = lines.reduce((sum, each) => sum + each.amountFen, 0);
  return { lines, subsidyFen, rewardFen: 60_000, forecastFen: 420_000 };
}

const first = plan(line('脱温鸡苗', 30_000, 1800), line('鸡配合饲料', 3000, 14_500));

it('a first version has nothing to differ from', () => {
  expect(countOf(changesOf(first, undefined))).toBe(0);
  expect(countOf(changesOf(first, first))).toBe(0);
});

it('a changed cell keeps what stood in it, and so do the sums that follow', () => {
  const second = plan(line('脱温鸡苗', 60_000, 1800), line('鸡配合饲料', 3000, 14_500));
  expect(changesOf(second, first).old).toEqual({
    'lines.1.quantityMilli': '30',
    'lines.1.amountFen': '540.00',
    subsidyFen: '975.00',
  });
});

it('a row put in front is a new row, and moves no other', () => {
  const second = plan(line('围网', 1000, 15_000), ...first.lines);
  const changes = changesOf(second, first);
  expect([...changes.added]).toEqual([1]);
  expect(changes.removed).toEqual([]);
  expect(Object.keys(changes.old)).toEqual(['subsidyFen']);
});

it('a row taken out is told, and another item in its place is a changed item', () => {
  const without = changesOf(plan(first.lines[0]!), first);
  expect(without.removed.map((each) => each.item)).toEqual(['鸡配合饲料']);
  const other = changesOf(plan(first.lines[0]!, line('兽药', 3000, 14_500)), first);
  expect(other.removed).toEqual([]);
  expect(other.old).toEqual({ 'lines.2.item': '鸡配合饲料（只）' });
});
