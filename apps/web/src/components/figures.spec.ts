import { figuresOf } from './figures';

it('what is missing stands under what there is and what it takes (R18)', () => {
  const text = '镇预算指标余额不足：尚余 600.00 元，需要 1,285.00 元，指标共 384,000.00 元。';
  const detail = { have: 60_000, need: 128_500, quotaFen: 38_400_000 };
  expect(figuresOf({ detail, text })).toEqual([
    { name: 'quotaFen', amountFen: 38_400_000 },
    { name: 'have', amountFen: 60_000 },
    { name: 'need', amountFen: 128_500 },
    { name: 'missing', amountFen: 68_500 },
  ]);
});

it('what is over a limit is told as well (R16)', () => {
  const text = '补助资金 4,000.01 元，超过单户上限 4,000.00 元。';
  expect(figuresOf({ detail: { have: 400_001, limit: 400_000 }, text }).at(-1)).toEqual({
    name: 'over',
    amountFen: 1,
  });
});

it('numbers that are no money are no sum', () => {
  const text = '方案按第 1 版达标标准拟定，现行为第 2 版，请重新拟定。';
  expect(figuresOf({ detail: { have: 1, need: 2 }, text })).toEqual([]);
  expect(figuresOf({ detail: { stage: 'x' }, text: '' })).toEqual([]);
});
