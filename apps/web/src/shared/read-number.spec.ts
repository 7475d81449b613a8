import { readQuantity, readYuan, typedQuantity, typedYuan } from './read-number';

it('what is typed becomes fen without a float in between (MON-01)', () => {
  expect(readYuan('1,215.5')).toBe(121_550);
  expect(readYuan(' 0.29 ')).toBe(29);
  expect(readYuan('1999.99')).toBe(199_999);
  expect(readYuan('4000')).toBe(400_000);
  expect(readQuantity('1.5')).toBe(1500);
  expect(readQuantity('30')).toBe(30_000);
});

it.each(['', '-1', '1.005', '1e3', '一百', '1.2.3', '99999999999'])('%j is no amount', (text) => {
  expect(readYuan(text)).toBeUndefined();
});

it('what was read can be typed again', () => {
  expect(typedYuan(121_550)).toBe('1215.50');
  expect(typedYuan(5)).toBe('0.05');
  expect(typedQuantity(1500)).toBe('1.5');
  expect(typedQuantity(30_000)).toBe('30');
  expect(typedQuantity(0)).toBe('0');
});
