import type { Policy } from '@yihu/domain';
import { COMMAND_ROUTES } from '../command-routes';
import { IsWholeNumber } from '../fields/is-amount';

const STEP_DAYS_MAX = 60;

/** The last segment of every command's path: the steps that something can wait for. */
export const STEPS: readonly string[] = [
  ...new Set(Object.values(COMMAND_ROUTES).map(({ segment }) => segment)),
];

/** The days that each step may take, a field for each. A step that is left out has no limit. */
export class StepDaysDto implements NonNullable<Policy['stepDays']> {
  readonly [step: string]: number;
}

for (const step of STEPS) IsWholeNumber(1, STEP_DAYS_MAX, { optional: true })(StepDaysDto.prototype, step);
