import type { ValidationError } from 'class-validator';
import { wrongFields } from './wrong-fields';

const wrong = (property: string, children: ValidationError[] = []): ValidationError => ({
  property,
  value: 0,
  constraints: { fen: 'fen' },
  children,
});

it('names fields within fields by their path, the outer one first', () => {
  const fields = wrongFields([wrong('lines', [wrong('0', [wrong('amountFen')])]), wrong('activity')]);
  expect(fields.map(({ field }) => field)).toEqual(['lines', 'lines.0', 'lines.0.amountFen', 'activity']);
});

it('names a hundred of them at most', () => {
  const items = Array.from({ length: 900 }, (_, index) => wrong(String(index), [wrong('amountFen')]));
  const fields = wrongFields([wrong('lines', items), wrong('activity')]);
  expect(fields).toHaveLength(100);
  expect(fields[99]!.field).toBe('lines.49');
});
