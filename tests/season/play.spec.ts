import type { Journey } from '../../apps/api/src/cli/season/cast';
import type { DemoFiles } from '../../apps/api/src/cli/season/demo-files';
import { playSeason } from '../../apps/api/src/cli/season/play';
import { STEPS } from '../../apps/api/src/cli/season/steps';
import { startSeason, type SeasonInProcess } from './in-process';
import { demoFiles } from './stories';

const HOUSEHOLDS = 12;

/** Left behind before a step, by 户编号. */
const HELD: Readonly<Record<string, string>> = {
  HH0473: 'signAsVillages',
  HH0474: 'sealSummaries',
  HH0475: 'importFirstResults',
};

const holds = ({ household }: Journey, { name }: { name: string }) => HELD[household.code] === name;

/** The household that builds a part builds next to nothing: it owes some of its first tranche. */
function withHardlyBuilt(files: DemoFiles): DemoFiles {
  const hardly = <Line extends { readonly acceptedMilli: number }>(line: Line, index: number) => ({
    ...line,
    acceptedMilli: index === 0 ? 1_000 : 0,
  });
  return {
    ...files,
    towns: files.towns.map((town) => ({
      ...town,
      households: town.households.map((household) => {
        if (household.year.story !== 'partial') return household;
        const plans = household.year.plans.map((plan) => ({ ...plan, lines: plan.lines.map(hardly) }));
        return { ...household, year: { ...household.year, plans } };
      }),
    })),
  };
}

let played: SeasonInProcess;

afterEach(() => played.close());

it('a season stops at a day, leaves households behind before a step, and goes on without them', async () => {
  played = await startSeason(demoFiles({ towns: 1, households: HOUSEHOLDS }));
  const { season } = played;
  await playSeason(season, { until: '2024-05-10', holds });
  expect(season.clock.today).toBe('2024-05-10');
  expect(STEPS[season.stepsPlayed]!.name).toBe('correctAccounts');
  expect(await played.stages()).toMatchObject({
    HH0473: 'drafted',
    HH0474: 'cadre-signed',
    HH0475: 'filed',
    HH0476: 'first-tranche-paid',
    HH0481: 'no-project',
    HH0482: 'withdrawn',
  });

  await playSeason(season, { until: '2024-07-03', holds });
  expect(await played.stages()).toMatchObject({
    HH0473: 'drafted',
    HH0474: 'cadre-signed',
    HH0475: 'filed',
    HH0476: 'closed',
  });
  expect(await played.facts('HH0475')).not.toContain('FirstTranchePaid');
}, 300_000);

it('who built less than was paid for pays it back, and the town still closes (R28, R36)', async () => {
  const files = withHardlyBuilt(demoFiles({ towns: 1, households: HOUSEHOLDS }));
  played = await startSeason(files);
  await playSeason(played.season);
  const { code } = files.towns[0]!.households.find(({ year }) => year.story === 'partial')!;
  expect((await played.stages())[code]).toBe('closed');
  expect(await played.facts(code)).toEqual(
    expect.arrayContaining(['WorkAccepted', 'RecoveryOpened', 'RecoveryReceived', 'CaseClosed']),
  );
}, 300_000);
