import { findsFaults } from './testing/plant';
import { contentOf } from './testing/steps';
import { told } from './testing/told';

const MAIN = 'case-2024-main';
const TERMINATED = 'case-2024-terminated';

findsFaults('the order of stages', [
  [
    'stage-order',
    'CaseClosed cannot follow in drafted',
    (plot) => plot.before(MAIN, 'PlanDrafted', told(MAIN, 'CaseClosed')),
  ],
  ['stage-order', 'PlanDrafted cannot follow in unopened', (plot) => plot.remove(MAIN, 'CaseOpened')],
  ['stage-order', 'CadresAssigned cannot follow in unopened', (plot) => plot.remove(MAIN, 'CaseOpened')],
  ['stage-order', 'CaseImproved cannot follow', (plot) => plot.append(MAIN, 'CaseImproved')],
  ['stage-order', 'WorkAccepted cannot follow in filed', (plot) => plot.remove(MAIN, 'FirstTranchePaid')],
  [
    'stage-order',
    'FullyPaid cannot follow in first-tranche-paid',
    (plot) => plot.remove(MAIN, 'WorkAccepted'),
  ],
  [
    'stage-order',
    'PlanDrafted cannot follow in terminated',
    (plot) =>
      plot.append(
        TERMINATED,
        'PlanDrafted',
        contentOf({ version: 2, lines: [], rewardFen: 0, targetFen: 0 }),
      ),
  ],
  [
    'stage-order',
    'CaseReopened cannot follow in terminated',
    (plot) => plot.append(TERMINATED, 'CaseReopened'),
  ],
]);
