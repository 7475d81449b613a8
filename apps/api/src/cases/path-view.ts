import type { PathStop } from '@yihu/api-contract';
import { ENDINGS, STAGES, type Stage } from '@yihu/domain';
import type { EnteredStage } from '@yihu/read-models';

const ON_THE_WAY = STAGES.filter((stage) => !ENDINGS.includes(stage));

/** The six stages as one case has passed them; an ending closes them, and one that came early cuts them short. */
export function pathView(
  stage: Stage,
  way: readonly EnteredStage[],
  staffNames: Readonly<Record<string, string>>,
): readonly PathStop[] {
  return stagesShown(stage, way).map((each): PathStop => {
    const entered = way.find((step) => step.stage === each);
    const by = entered && staffNames[entered.by];
    return {
      stage: each,
      state: each === stage ? 'current' : isBefore(each, stage) ? 'past' : 'ahead',
      ...(entered && { enteredAt: entered.at }),
      ...(by !== undefined && { by }),
    };
  });
}

function stagesShown(stage: Stage, way: readonly EnteredStage[]): readonly Stage[] {
  if (!ENDINGS.includes(stage)) return ON_THE_WAY;
  if (stage === 'closed') return [...ON_THE_WAY, stage];
  return [...way.map((step) => step.stage).filter((each) => each !== stage), stage];
}

function isBefore(one: Stage, other: Stage): boolean {
  return STAGES.indexOf(one) < STAGES.indexOf(other);
}
