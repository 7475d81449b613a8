import fc from 'fast-check';
import { sql } from 'kysely';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { propertyRuns } from './testing/properties';
import { DUE_GROUPS, dueGroupOf, dueGroupSql, dueOn, type DueParts, type DuePolicy } from './worklist-due';
import type { Deadline } from './worklist-table';

const lastDays = (day: string): Readonly<Record<Deadline, string>> => ({
  build: day,
  accept: day,
  pay: day,
  photos: '2024-06-30',
});
const policies: readonly DuePolicy[] = [
  {
    year: 2024,
    version: 1,
    isNewest: false,
    lastDays: lastDays('2024-06-15'),
    stepDays: { 'sign-as-town': 3, seal: 1 },
  },
  {
    year: 2024,
    version: 2,
    isNewest: true,
    lastDays: lastDays('2024-06-20'),
    stepDays: { 'sign-as-town': 5 },
  },
  { year: 2025, version: 1, isNewest: true, lastDays: lastDays('2025-06-15'), stepDays: {} },
];
const row: DueParts = {
  year: 2024,
  policyVersion: null,
  task: 'accept-work',
  since: '2024-06-10T02:00:00.000Z',
  deadline: 'accept',
  extendedTo: null,
  askedBy: null,
};

describe('a thing to do is due', () => {
  it.each<[string, Partial<DueParts>, string | undefined]>([
    ['by the deadline of the newest policy', {}, '2024-06-20'],
    ['by the policy that it is pinned to', { policyVersion: 1 }, '2024-06-15'],
    ['by the day that its deadline was moved to', { extendedTo: '2024-07-01' }, '2024-07-01'],
    ['by the day that was asked for, when it is earlier', { askedBy: '2024-06-12' }, '2024-06-12'],
    ['so many days after it began to wait', { task: 'sign-as-town', deadline: 'photos' }, '2024-06-15'],
    [
      'counted from the day in Shanghai',
      { task: 'sign-as-town', since: '2024-06-10T16:00:00.000Z' },
      '2024-06-16',
    ],
    ['by no day, where neither programme nor step sets one', { deadline: null }, undefined],
    ['by no day of another year’s programme', { year: 2023 }, undefined],
  ])('%s', (_when, changes, expected) => {
    expect(dueOn({ ...row, ...changes }, policies)).toBe(expected);
  });

  it.each([
    ['2024-06-12', 'overdue'],
    ['2024-06-13', 'today'],
    ['2024-06-14', 'within-three-days'],
    ['2024-06-16', 'within-three-days'],
    ['2024-06-17', 'later'],
    [undefined, 'no-date'],
  ])('with the group of %s on the 13th: %s', (due, expected) => {
    expect(dueGroupOf(due, '2024-06-13')).toBe(expected);
  });
});

describe('the database', () => {
  let folder: TestFolder;

  beforeAll(() => {
    folder = openTestFolder();
  });
  afterAll(() => folder.close());

  it('groups as we do', async () => {
    const { database } = folder.openModels();
    const day = fc.integer({ min: 0, max: 60 }).map((count) => dayFrom('2024-05-20', count));
    const rows = fc.record({
      year: fc.constantFrom(2023, 2024, 2025),
      policyVersion: fc.constantFrom(null, 1, 2, 3),
      task: fc.constantFrom('sign-as-town', 'seal', 'close'),
      since: fc
        .date({ min: new Date('2024-05-20'), max: new Date('2024-07-10'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      deadline: fc.constantFrom(null, 'build', 'accept', 'photos'),
      extendedTo: fc.option(day),
      askedBy: fc.option(day),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(rows, { minLength: 1, maxLength: 40 }), day, async (parts, today) => {
        const selects = parts.map(
          (each, index) => sql`select ${index} as "index", ${each.year} as "year",
            ${each.policyVersion} as "policyVersion", ${each.task} as "task", ${each.since} as "since",
            ${each.deadline} as "deadline", ${each.extendedTo} as "extendedTo", ${each.askedBy} as "askedBy"`,
        );
        const found = await sql<{ group: number }>`
          select ${dueGroupSql(policies, today)} as "group"
          from (${sql.join(selects, sql` union all `)}) r order by "index"`.execute(database);
        expect(found.rows.map(({ group }) => DUE_GROUPS[group])).toEqual(
          parts.map((each) => dueGroupOf(dueOn(each as DueParts, policies), today)),
        );
      }),
      propertyRuns(60),
    );
  });
});

function dayFrom(start: string, count: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
