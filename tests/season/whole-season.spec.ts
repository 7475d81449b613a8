import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeasonReport } from '../../apps/api/src/cli/season/report';
import { yihu } from './run-season';
import { demoFiles, namedByPlans, scenesOf, toldByFacts, type Stories } from './stories';

const HOUSEHOLDS = 1015;

let folder: string;
let report: SeasonReport & { readonly stories: Stories };

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-whole-season-'));
  const run = yihu('season', '--json', '--stories', '--data-dir', folder);
  expect([run.status, run.stderr]).toEqual([0, '']);
  report = JSON.parse(run.stdout) as typeof report;
}, 900_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('the whole season of eleven towns', () => {
  it('ends for all 1,015 households, and the programme is closed (R3)', () => {
    const { closed, withdrawn, 'no-project': noProject } = report.stages;
    expect([report.households, sum(Object.values(report.stages)), report.closed]).toEqual([
      HOUSEHOLDS,
      HOUSEHOLDS,
      true,
    ]);
    expect(closed! + withdrawn! + noProject!).toBe(HOUSEHOLDS);
    expect(noProject).toBeGreaterThanOrEqual(10);
    expect(withdrawn).toBeGreaterThanOrEqual(5);
    // Every case with a project has passed all six stages.
    for (const stage of ['cadre-signed', 'filed', 'first-tranche-paid', 'accepted', 'fully-paid']) {
      expect([stage, report.reached[stage]]).toEqual([stage, closed]);
    }
  });

  it('allots 3,045,000 yuan to eleven towns, and pays within it in each (A1, A2, A4, A8)', () => {
    expect(report.towns).toHaveLength(11);
    expect(sum(report.towns.map(({ households }) => households))).toBe(HOUSEHOLDS);
    expect(sum(report.towns.map(({ allottedFen }) => allottedFen))).toBe(304_500_000);
    for (const { allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen } of report.towns) {
      expect(reservedFen).toBeLessThanOrEqual(allottedFen);
      expect(paidFirstFen + paidSecondFen + rewardFen).toBeLessThanOrEqual(reservedFen);
    }
  });

  it('tells every story, and of the very households that the plans name', () => {
    expect(report.stories.filter(({ scenes }) => scenes.length === 0)).toEqual([]);
    expect(toldByFacts(report.stories)).toEqual(
      namedByPlans(demoFiles({ towns: 11, households: HOUSEHOLDS })),
    );
  });

  it('lets one of two win the last 600 yuan of a town, and the other have the 400 that are left (R18)', () => {
    const races = scenesOf(report.stories, 'race');
    expect(races).toMatchObject([{ town: '500112140', figures: { leftFen: 40_000, neededFen: 60_000 } }]);
    const [, loser] = races[0]!.caseIds;
    const lost = report.refusals.filter(({ rule }) => rule === 'quota-room');
    expect(lost).toEqual([
      {
        rule: 'quota-room',
        caseId: loser,
        on: '2024-03-26',
        detail: { have: 40_000, need: 60_000, quotaFen: 38_400_000 },
      },
    ]);
  });

  it('refuses one fen above the cap, wherever it is asked for (R16)', () => {
    const tooMuch = report.refusals.filter(({ rule }) => rule === 'subsidy-cap');
    expect(tooMuch.length).toBeGreaterThan(0);
    for (const { detail } of tooMuch) expect(detail).toEqual({ have: 400_001, limit: 400_000 });
  });

  it('shows 120 signatures of one person within four minutes', () => {
    const [scene] = scenesOf(report.stories, 'signed-in-haste');
    expect(scene).toMatchObject({ town: '500112143', figures: { signatures: 120, seconds: 238 } });
  });

  it('takes nothing from a bank file that is sent twice (A11)', () => {
    const twice = report.refusals.filter(({ rule }) => rule === 'not-applied-before');
    const towns = scenesOf(report.stories, 'results-once').map(({ town }) => town);
    expect(twice).toHaveLength(towns.length);
    expect(towns).toContain('500112142');
  });
});
