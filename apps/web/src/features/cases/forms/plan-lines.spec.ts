import { amountOf, lineOf, newLine, subsidyOf, typedLine } from './plan-lines';

const chicks = {
  ...newLine(1, 'breeding'),
  item: ' 脱温鸡苗 ',
  unit: '只',
  quantity: '60',
  unitPrice: '18.00',
};

it('the amount follows quantity and price by whole numbers (A5)', () => {
  expect(amountOf({ quantity: '1.5', unitPrice: '5.43' })).toBe(815);
  expect(amountOf({ quantity: '3', unitPrice: '0.1' })).toBe(30);
  expect(amountOf({ quantity: '', unitPrice: '18' })).toBeUndefined();
  expect(amountOf({ quantity: '三', unitPrice: '18' })).toBeUndefined();
});

it('the subsidy is the sum of the rows that are filled in', () => {
  expect(subsidyOf([chicks, newLine(2, 'breeding'), { ...chicks, quantity: '0.5' }])).toBe(108_900);
});

it('a row is sent when it is whole, and comes back as it was typed', () => {
  const line = lineOf(chicks);
  expect(line).toEqual({
    category: 'production-input',
    activity: 'breeding',
    item: '脱温鸡苗',
    unit: '只',
    quantityMilli: 60_000,
    unitPriceFen: 1800,
    amountFen: 108_000,
  });
  expect(lineOf({ ...chicks, unit: ' ' })).toBeUndefined();
  expect(lineOf(typedLine(line!, 1))).toEqual(line);
});
