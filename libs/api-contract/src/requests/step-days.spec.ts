import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { STEPS, StepDaysDto } from './step-days';
import { PolicyDto } from './programme';

/** The fields of a policy's step days that are wrong, each with the first kind of what is. */
function wrongSteps(stepDays: unknown): Readonly<Record<string, string>> {
  const errors = validateSync(plainToInstance(PolicyDto, { stepDays }), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  const own = errors.find((error) => error.property === 'stepDays');
  const wrong = own?.constraints ? [own] : (own?.children ?? []);
  return Object.fromEntries(
    wrong.map(({ property, constraints }) => [property, Object.keys(constraints!)[0]!]),
  );
}

it('a step is known by the last segment of its command', () => {
  expect(STEPS).toEqual(expect.arrayContaining(['sign-as-town', 'file-plan', 'seal', 'close']));
  expect(new Set(STEPS).size).toBe(STEPS.length);
});

it.each([
  ['nothing, which is the default', undefined],
  ['no step', {}],
  ['some steps', { 'sign-as-village': 1, 'sign-as-town': 60 }],
])('a policy may say %s of the days of a step', (_what, stepDays) => {
  expect(wrongSteps(stepDays)).toEqual({});
});

it.each([
  ['an unknown step', { 'sign-as-mayor': 3 }, { 'sign-as-mayor': 'whitelistValidation' }],
  ['no days', { 'sign-as-town': 0 }, { 'sign-as-town': 'whole-number' }],
  ['too many days', { 'sign-as-town': 61 }, { 'sign-as-town': 'whole-number' }],
  ['a part of a day', { 'sign-as-town': 2.5, seal: 3 }, { 'sign-as-town': 'whole-number' }],
  ['days in words', { seal: '3' }, { seal: 'whole-number' }],
  ['null', { seal: null }, { seal: 'whole-number' }],
  ['a list', [3], { stepDays: 'object' }],
  ['a number', 3, { stepDays: expect.stringMatching(/object|nestedValidation/) }],
])('%s is a wrong field of its own', (_what, stepDays, expected) => {
  expect(wrongSteps(stepDays)).toEqual(expected);
});

it('arrives as it was sent', () => {
  const { stepDays } = plainToInstance(PolicyDto, { stepDays: { 'sign-as-town': 5 } });
  expect(stepDays).toBeInstanceOf(StepDaysDto);
  expect({ ...stepDays }).toEqual({ 'sign-as-town': 5 });
});
