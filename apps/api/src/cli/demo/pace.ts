import type { Journey } from '../season/cast';

/** How much of a town waits before a step, in hundredths of its households; the rest goes on. */
type Pace = Readonly<Record<string, number>>;

/** Some towns are ahead of the home town, some behind. A town that is not here is on time. */
const PACES: Readonly<Record<string, Pace>> = {
  // 统景镇
  '500112133': { draftAcceptances: 10, acceptWorks: 15, importSecondResults: 30 },
  // 大湾镇
  '500112135': { reportCompletions: 25, draftAcceptances: 20, acceptWorks: 25, drawSecondBatches: 15 },
  // 兴隆镇
  '500112138': { acceptWorks: 10, drawSecondBatches: 20, importSecondResults: 50 },
  // 木耳镇
  '500112139': { importSecondResults: 100 },
  // 古路镇
  '500112141': { drawSecondBatches: 40 },
  // 石船镇
  '500112142': { releaseSecondBatches: 100 },
  // 大盛镇
  '500112143': { signAcceptances: 10, acceptWorks: 20, drawSecondBatches: 30 },
  // 洛碛镇
  '500112144': { reportCompletions: 40, draftAcceptances: 15, acceptWorks: 15 },
};

/** Whether a household is left behind before a step by the pace of its town. */
export function isBehind({ household: { town, code } }: Journey, stepName: string): boolean {
  const pace = PACES[town] ?? {};
  const waiting = Object.entries(pace);
  const index = waiting.findIndex(([name]) => name === stepName);
  if (index < 0) return false;
  const below = waiting.slice(0, index + 1).reduce((sum, [, share]) => sum + share, 0);
  return placeOf(code) < below;
}

/** A number from 0 to 99 that spreads a town's households over all its villages. */
function placeOf(code: string): number {
  return (Number(code.slice(2)) * 37) % 100;
}
