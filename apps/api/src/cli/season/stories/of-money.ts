import type { CaseFacts, HouseholdFacts, ProgrammeFacts } from '@yihu/domain';
import type { CaseHistory, Found, History } from './history';
import { factsOf, inOrder, storyOfCases, told, type Scene, type Story } from './story';

const fact = factsOf<CaseFacts>();
const ofHousehold = factsOf<HouseholdFacts>();

/** What happens to amounts, accounts and rewards. */
export const STORIES_OF_MONEY: readonly Story[] = [
  storyOfCases('at-cap', '补助正好 4,000.00 元', (each, history) => {
    const capFen = capFenOf(history);
    const isAtCap = fact('PlanDrafted', ({ subsidyFen }) => subsidyFen === capFen);
    return inOrder(each.facts, isAtCap, fact('PlanFiled'));
  }),
  { name: 'over-cap', what: '超过 4,000.00 元的没有一份受理', find: nothingOverCap },
  storyOfCases('odd-fen', '一半不是整分，第二次多一分', ({ facts }) => {
    const isOdd = fact('PlanDrafted', ({ subsidyFen }) => subsidyFen % 2 === 1);
    const found = inOrder(facts, isOdd, fact('FirstTranchePaid'), fact('FullyPaid'));
    if (!found) return undefined;
    const { amountFen: firstFen } = found[1]!.data as CaseFacts['FirstTranchePaid'];
    const { subsidyPaidFen } = found[2]!.data as CaseFacts['FullyPaid'];
    const secondFen = subsidyPaidFen - firstFen;
    return secondFen === firstFen + 1 ? { facts: found, figures: { firstFen, secondFen } } : undefined;
  }),
  storyOfCases('bank-returned', '账户有误被退票，两人更正后拨付', (each, history) => {
    const inCase = inOrder(
      each.facts,
      fact('TrancheReturned'),
      fact('TrancheInstructed', ({ attempt }) => attempt > 1),
      fact('FirstTranchePaid'),
    );
    const corrected = inCase && correctedAfter(each, history, inCase[0]!);
    return corrected && [inCase[0]!, ...corrected, ...inCase.slice(1)];
  }),
  storyOfCases('partial', '只完成一部分，第二次按验收拨付', ({ facts }) => {
    const found = inOrder(facts, fact('PlanFiled'), fact('WorkAccepted'));
    const plan = facts.findLast(fact('PlanDrafted'));
    if (!found || !plan) return undefined;
    const { subsidyFen: filedFen } = plan.data as CaseFacts['PlanDrafted'];
    const { payableFen } = found[1]!.data as CaseFacts['WorkAccepted'];
    return payableFen < filedFen ? { facts: found, figures: { filedFen, payableFen } } : undefined;
  }),
  rewardStory('reward-missed', '收入未达标，没有奖励', 'not-met'),
  rewardStory('reward-tier', '收入达到一档，奖励一部分', 'tier'),
];

function rewardStory(name: string, what: string, outcome: string): Story {
  return storyOfCases(name, what, ({ facts }) =>
    inOrder(
      facts,
      fact('WorkAccepted', ({ reward }) => reward.outcome === outcome),
    ),
  );
}

/** The new account, proposed by one person and designated by another, after the bank had said no. */
function correctedAfter({ householdId }: CaseHistory, history: History, returned: Found) {
  const later = history
    .stream(`household-${householdId}`)
    .filter(({ recordedAt }) => recordedAt > returned.recordedAt);
  const found = inOrder(later, ofHousehold('AccountProposed'), ofHousehold('AccountDesignated'));
  return found && found[0]!.actorId !== found[1]!.actorId ? found : undefined;
}

/** What was refused leaves no fact: what tells it is that of all plans of a town the highest is at the cap. */
function nothingOverCap(history: History): readonly Scene[] {
  const capFen = capFenOf(history);
  const towns = [...new Set(history.cases.map(({ town }) => town))];
  return towns.flatMap((town): Scene[] => {
    const plans = history.cases
      .filter((each) => each.town === town)
      .flatMap((each) => each.facts.filter(fact('PlanDrafted')).map((found) => ({ each, found })));
    const fenOf = (found: Found) => (found.data as CaseFacts['PlanDrafted']).subsidyFen;
    const highest = plans.filter(({ found }) => fenOf(found) >= capFen);
    if (highest.length === 0 || highest.some(({ found }) => fenOf(found) > capFen)) return [];
    const caseIds = highest.map(({ each }) => each.caseId);
    const facts = highest.map(({ found }) => told(found));
    return [{ town, caseIds, facts, figures: { capFen, plans: plans.length } }];
  });
}

/** The subsidy cap of the programme as it was opened. */
export function capFenOf(history: History): number {
  const [opened] = [...history.streams('programme').values()].flat();
  return (opened!.data as ProgrammeFacts['ProgrammeOpened']).policy.subsidyCapFen;
}
