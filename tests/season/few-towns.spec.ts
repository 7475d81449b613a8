import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeasonReport } from '../../apps/api/src/cli/season/report';
import { yihu } from './run-season';
import { demoFiles, namedByPlans, scenesOf, toldByFacts, type Stories } from './stories';

/** 玉峰山镇, 龙兴镇, 木耳镇 and 古路镇: small towns with papers, notices and days that go wrong. */
const TOWNS = ['500112129', '500112131', '500112139', '500112141'];
const HOUSEHOLDS = 16 + 24 + 46 + 58;

let folder: string;
let report: SeasonReport & { readonly stories: Stories };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-few-towns-'));
  const run = yihu('season', '--json', '--stories', '--towns', TOWNS.join(','), '--data-dir', folder);
  // Exit code 0: the recount found nothing against it (A1-A11), and the read models say what the events say.
  expect([run.status, run.stderr]).toEqual([0, '']);
  report = JSON.parse(run.stdout) as typeof report;
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a season of four small towns', () => {
  it('ends for every household and is closed', () => {
    const { closed, withdrawn, 'no-project': noProject, ...unfinished } = report.stages;
    expect([report.households, report.closed]).toEqual([HOUSEHOLDS, true]);
    expect(closed! + withdrawn! + noProject!).toBe(HOUSEHOLDS);
    expect(Object.values(unfinished).every((count) => count === 0)).toBe(true);
  });

  it('allots 3,000 yuan a household, reserves no more, and pays no more than is reserved (A2, A4, A8)', () => {
    expect(report.towns.map(({ town }) => town).sort()).toEqual(TOWNS);
    for (const town of report.towns) {
      const paidFen = town.paidFirstFen + town.paidSecondFen + town.rewardFen;
      expect(town.allottedFen).toBe(town.households * 300_000);
      expect(town.reservedFen).toBeLessThanOrEqual(town.allottedFen);
      expect(paidFen).toBeLessThanOrEqual(town.reservedFen);
      expect(paidFen).toBeGreaterThan(0);
    }
  });

  it('tells by its facts of the very households that the plans name', () => {
    const named = namedByPlans(demoFiles({ towns: TOWNS, households: HOUSEHOLDS }));
    expect(toldByFacts(report.stories)).toEqual(named);
    for (const name of ['filing-returned', 'town-signature-withdrawn', 'notice-missed', 'late']) {
      expect(named[name]).not.toEqual([]);
    }
  });

  it('has a leader explain an even split (R19)', () => {
    const [scene] = scenesOf(report.stories, 'even-split');
    expect(scene).toMatchObject({
      town: '500112131',
      facts: [{ type: 'SummaryDrawn' }, { type: 'SummarySealed' }],
    });
    expect(scene!.figures!['modalPermille']).toBeGreaterThan(600);
  });

  it('hangs a notice again that was taken down after four of its seven days (R32)', () => {
    const [scene] = scenesOf(report.stories, 'notice-taken-down');
    expect(scene!.town).toBe('500112139');
    expect(scene!.facts.map(({ type, on }) => [type, on])).toEqual([
      ['NoticePosted', '2024-04-01'],
      ['NoticeInterrupted', '2024-04-05'],
      ['NoticePosted', '2024-04-08'],
      ['NoticeCompleted', '2024-04-16'],
    ]);
  });

  it('pays nobody who hung on no notice (R32)', () => {
    const [scene] = scenesOf(report.stories, 'notice-missed');
    expect(report.refusals).toContainEqual(
      expect.objectContaining({
        rule: 'notice-matches-version',
        caseId: scene!.caseIds[0],
        on: '2024-05-08',
      }),
    );
    expect(scene!.facts.at(-1)).toMatchObject({ type: 'FirstTranchePaid', on: '2024-05-22' });
  });

  it('shows one photo for two households, and the photos that came too late (R33)', () => {
    const [reused] = scenesOf(report.stories, 'photo-reused');
    expect(reused!.caseIds).toHaveLength(2);
    const late = scenesOf(report.stories, 'photos-late');
    expect(new Set(late.map(({ town }) => town))).toEqual(new Set(['500112129']));
    expect(late[0]!.facts.at(-1)).toMatchObject({ type: 'NoticePhotosReceived', on: '2024-07-02' });
  });

  it('accepts after the deadline only who has an extension (R25, A12)', () => {
    for (const { facts } of scenesOf(report.stories, 'late')) {
      expect(facts.map(({ type, on }) => [type, on])).toEqual([
        ['ExtensionGranted', '2024-06-13'],
        ['WorkAccepted', '2024-06-17'],
      ]);
    }
  });

  it('tells the same stories again from the finished folder', () => {
    const again = yihu('season', '--json', '--stories', '--towns', TOWNS.join(','), '--data-dir', folder);
    expect(again.status).toBe(0);
    expect((JSON.parse(again.stdout) as typeof report).stories).toEqual(report.stories);
  }, 60_000);
});
