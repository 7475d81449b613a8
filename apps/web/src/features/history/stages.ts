import { ENDINGS, STAGES, type Stage } from '@yihu/domain';
import type { Step } from './replay';

/** A stage as seen from a step: gone through, where the case is, where it will come later, or where it never came. */
export interface StageSeen {
  readonly stage: Stage;
  readonly seen: 'walked' | 'parked' | 'later' | 'never';
  /** How often the case had come here by then, and how often it did afterwards. */
  readonly visits: number;
  readonly visitsLater: number;
}

/** Of the stages from here on a case ends in one alone, so the others are shown only when it is theirs. */
const FIRST_SIDE_EXIT = STAGES.length - ENDINGS.length + 1;

/** How often the case had come to the very place where it is parked, not counting steps that left it there. */
export function visitsOfPlace(steps: readonly Step[], index: number): number {
  const here = steps[index]!.after.folded.node;
  return steps.filter(
    ({ before, after }, at) => at <= index && after.folded.node === here && before.folded.node !== here,
  ).length;
}

/** All stages of a case as they stood after one of its steps. */
export function stagesAt(steps: readonly Step[], index: number): readonly StageSeen[] {
  const entered = steps.flatMap(({ before, after }, at) =>
    before.folded.stage === after.folded.stage ? [] : [{ stage: after.folded.stage, at }],
  );
  return STAGES.map((stage): StageSeen => {
    const own = entered.filter((each) => each.stage === stage);
    const visits = own.filter((each) => each.at <= index).length;
    const visitsLater = own.length - visits;
    const isParked = steps[index]!.after.folded.stage === stage;
    const passed = visits > 0 ? 'walked' : visitsLater > 0 ? 'later' : 'never';
    return { stage, seen: isParked ? 'parked' : passed, visits, visitsLater };
  }).filter(({ seen }, place) => place < FIRST_SIDE_EXIT || seen !== 'never');
}
