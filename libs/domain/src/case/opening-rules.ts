import { rule } from '@yihu/workflow';
import { given } from '../context';
import type { OpenCaseContext } from './commands';

export const onRoster = rule<OpenCaseContext>('on-roster', {
  source: 'R3',
  clearedBy: 'bureau',
  judgesInput: true,
  check: (c) => {
    const { year, town } = c.household;
    const isClosed = c.programme.towns[town]?.rosterClosed ?? false;
    return (year === given(c).year && isClosed) || { year: given(c).year, town, rosterClosed: isClosed };
  },
});

export const unitHasQuota = rule<OpenCaseContext>('unit-has-quota', {
  source: 'R10',
  clearedBy: 'bureau',
  check: ({ household: { town }, programme }) => programme.towns[town] !== undefined || { unit: town },
});
