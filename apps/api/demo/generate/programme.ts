import type { Policy, ProgrammeUnit } from '@yihu/domain';
import { CALENDAR } from './calendar';
import { villagesOf, type Town } from './towns';

export const DISTRICT = '500112';

/** The numbers of the 2024 document; the plan deadline and all counts of days are made up for the demo. */
export const POLICY: Policy = {
  subsidyCapFen: 400_000,
  rewardCapFen: 200_000,
  basisSubsidyFen: 200_000,
  basisRewardFen: 100_000,
  deadlines: {
    plan: '2024-04-30',
    build: '2024-06-15',
    accept: '2024-06-15',
    pay: '2024-06-15',
    photos: '2024-06-30',
  },
  deadlinesInclusive: true,
  onNonWorkingDay: 'stands',
  noticeDays: 7,
  resultNoticeGate: 'closing',
  pools: 'one',
  townReviewerMayDraft: false,
  evenSplitPermille: 600,
  backfillDays: 7,
  stepDays: {
    'sign-as-village': 3,
    'sign-as-town': 3,
    seal: 3,
    submit: 3,
    receive: 5,
    'file-plan': 5,
    draw: 5,
    approve: 2,
    release: 2,
    'import-results': 5,
    'draft-acceptance': 5,
    'accept-work': 5,
  },
};

/** The definition file: what the bureau opens the programme with, and the days the season plays it on. */
export function programmeJson(towns: readonly Town[]): string {
  const units = towns.map(({ code, name, householdCount }) => {
    const unit: ProgrammeUnit = { code, name, kind: 'town' };
    return { ...unit, households: householdCount };
  });
  const villages = towns
    .flatMap(villagesOf)
    .map(({ code, name }): ProgrammeUnit => ({ code, name, kind: 'village' }));
  const definition = {
    year: 2024,
    district: DISTRICT,
    name: '渝北区2024年到户到人项目',
    bureauName: '渝北区乡村振兴局',
    demo: true,
    policy: POLICY,
    units,
    villages,
    calendar: CALENDAR,
  };
  return `${JSON.stringify(definition, undefined, 2)}\n`;
}
