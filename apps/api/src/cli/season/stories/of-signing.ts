import type { CaseFacts } from '@yihu/domain';
import { factsOf, inOrder, storyOfCases, type Story } from './story';

const fact = factsOf<CaseFacts>();

/** What a case that never turns back is made of. */
const STRAIGHT: readonly string[] = [
  'CaseOpened',
  'CadresAssigned',
  'PlanDrafted',
  'HouseholdSigned',
  'VillageCadreSigned',
  'TownCadreSigned',
  'PlanFiled',
  'TrancheInstructed',
  'FirstTranchePaid',
  'CompletionReported',
  'AcceptanceDrafted',
  'AcceptanceHouseholdSigned',
  'AcceptanceVillageSigned',
  'WorkAccepted',
  'TrancheInstructed',
  'FullyPaid',
  'CaseClosed',
];

const STAGES: readonly string[] = [
  'TownCadreSigned',
  'PlanFiled',
  'FirstTranchePaid',
  'WorkAccepted',
  'FullyPaid',
  'CaseClosed',
];

const returnedBy = (level: string) =>
  fact('PlanReturned', (data) => data.level === level && data.reasonCode !== 'quota-exceeded');

/** What happens before the money. */
export const STORIES_OF_SIGNING: readonly Story[] = [
  storyOfCases('main', '六个阶段一次走完', ({ facts }) => {
    const types = facts.map(({ type }) => type);
    const isStraight = types.length === STRAIGHT.length && types.every((type, at) => type === STRAIGHT[at]);
    return isStraight ? facts.filter(({ type }) => STAGES.includes(type)) : undefined;
  }),
  storyOfCases('no-project', '本户不参加项目', ({ facts }) => inOrder(facts, fact('NoProjectConfirmed'))),
  storyOfCases('withdrawn', '拨款前退出', ({ facts }) => inOrder(facts, fact('CaseWithdrawn'))),
  storyOfCases('returned-village', '村退回，重新商定后再签', ({ facts }) =>
    inOrder(
      facts,
      returnedBy('village'),
      fact('PlanDrafted'),
      fact('HouseholdSigned'),
      fact('VillageCadreSigned'),
    ),
  ),
  storyOfCases('returned-town', '镇退回并逐栏说明，重新商定后再签', ({ facts }) =>
    inOrder(
      facts,
      returnedBy('town'),
      fact('PlanDrafted'),
      fact('HouseholdSigned'),
      fact('VillageCadreSigned'),
      fact('TownCadreSigned'),
    ),
  ),
  storyOfCases('signature-withdrawn', '村撤回签字后再签', ({ facts }) =>
    inOrder(facts, fact('VillageCadreSigned'), fact('VillageSignatureWithdrawn'), fact('VillageCadreSigned')),
  ),
  storyOfCases('town-signature-withdrawn', '镇撤回签字后再签', ({ facts }) =>
    inOrder(facts, fact('TownCadreSigned'), fact('TownSignatureWithdrawn'), fact('TownCadreSigned')),
  ),
  storyOfCases('filing-returned', '备案缺签字退回，补充汇总后备案', ({ facts }) =>
    inOrder(
      facts,
      fact('FilingReturned'),
      fact('PlanDrafted'),
      fact('TownCadreSigned'),
      fact('PlanFiled', (data) => data.summaryNo > 1),
    ),
  ),
];
