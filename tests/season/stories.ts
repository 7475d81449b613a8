import { readDemoFiles, type DemoFiles } from '../../apps/api/src/cli/season/demo-files';
import type { StoryTold } from '../../apps/api/src/cli/season/stories/tell';

export type Stories = readonly StoryTold[];

/** Stories of single households for which the facts name exactly those whom the plans name. */
const EXACT: readonly string[] = [
  'no-project',
  'withdrawn',
  'returned-village',
  'returned-town',
  'signature-withdrawn',
  'town-signature-withdrawn',
  'filing-returned',
  'bank-returned',
  'partial',
  'reward-missed',
  'reward-tier',
  'odd-fen',
  'notice-missed',
  'late',
];

export function demoFiles(limits: { towns: number | readonly string[]; households: number }): DemoFiles {
  return readDemoFiles('apps/api/demo/yubei-2024', limits);
}

/** Whom the facts name, by story: the 户编号 in order. */
export function toldByFacts(stories: Stories): Readonly<Record<string, readonly string[]>> {
  const exact = stories.filter(({ name }) => EXACT.includes(name));
  return Object.fromEntries(
    exact.map(({ name, scenes }) => [name, scenes.map(({ householdCode }) => householdCode!).sort()]),
  );
}

/** Whom the plans name, by the same stories. */
export function namedByPlans({ towns }: DemoFiles): Readonly<Record<string, readonly string[]>> {
  const households = towns.flatMap((town) => town.households);
  const codesOf = (name: string) =>
    households.filter(({ year }) => year.story === name).map(({ code }) => code);
  return Object.fromEntries(EXACT.map((name) => [name, [...codesOf(name)].sort()]));
}

export function scenesOf(stories: Stories, name: string): StoryTold['scenes'] {
  return stories.find((story) => story.name === name)!.scenes;
}
