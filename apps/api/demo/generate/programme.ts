import type { IncomeTier, Policy, ProgrammeUnit } from '@yihu/domain';
import { TOWNS, villagesOf, type Town } from './towns';

export const DISTRICT = '500112';

/** The numbers of the 2024 document; the plan deadline and the counts of days are made up for the demo. */
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
};

/** 茨竹: half of the planned reward from 1,500 yuan of income on, all of it from 2,500 on. */
const TIERS_BY_TOWN: Readonly<Record<string, readonly IncomeTier[]>> = {
  '500112140': [
    { fromFen: 150_000, rewardPermille: 500 },
    { fromFen: 250_000, rewardPermille: 1000 },
  ],
};

/** The season's days, in the office's order. The retry is for a transfer that the bank returned. */
const CALENDAR = {
  programmeOpened: '2024-02-26',
  staffRegistered: '2024-02-26',
  townsAllotted: '2024-02-27',
  householdsRegistered: '2024-02-28',
  accountsDesignated: '2024-02-29',
  standardsSet: '2024-03-01',
  rosterClosed: '2024-03-04',
  casesOpened: '2024-03-04',
  cadresAssigned: '2024-03-05',
  plansDrafted: '2024-03-15',
  householdsSigned: '2024-03-15',
  villagesSigned: '2024-03-18',
  plansRedrafted: '2024-03-19',
  villagesSignedAgain: '2024-03-20',
  townsSigned: '2024-03-22',
  summariesSealed: '2024-03-28',
  summariesSubmitted: '2024-03-28',
  planNoticesPosted: '2024-04-01',
  planNoticesCompleted: '2024-04-09',
  plansFiled: '2024-04-10',
  firstBatchesDrawn: '2024-05-08',
  firstBatchesReleased: '2024-05-09',
  firstTranchesPaid: '2024-05-10',
  retryBatchesDrawn: '2024-05-13',
  retryBatchesReleased: '2024-05-14',
  retriesPaid: '2024-05-15',
  completionsReported: '2024-06-04',
  worksAccepted: '2024-06-06',
  secondBatchesDrawn: '2024-06-11',
  secondBatchesReleased: '2024-06-12',
  secondTranchesPaid: '2024-06-13',
  resultNoticesPosted: '2024-06-14',
  resultNoticesCompleted: '2024-06-22',
  photosFiled: '2024-06-27',
  casesClosed: '2024-06-30',
};

/** The definition file: what the bureau opens the programme with, and the days the season plays it on. */
export function programmeJson(towns: readonly Town[]): string {
  const units = TOWNS.map(({ code, name, householdCount }) => {
    const unit: ProgrammeUnit = { code, name, kind: 'town' };
    return { ...unit, households: householdCount };
  });
  const definition = {
    year: 2024,
    district: DISTRICT,
    name: '渝北区2024年到户到人项目',
    bureauName: '渝北区乡村振兴局',
    demo: true,
    policy: POLICY,
    units,
    villages: towns.flatMap(villagesOf).map(({ code, name }) => ({ code, name })),
    incomeStandards: towns.map(incomeStandardOf),
    calendar: CALENDAR,
  };
  return `${JSON.stringify(definition, undefined, 2)}\n`;
}

function incomeStandardOf({ code, name }: Town): object {
  const tiers = TIERS_BY_TOWN[code];
  if (!tiers) throw new Error(`${name} has no income standard.`);
  const docNo = `演示${name.replace(/镇$/, '')}府发〔2024〕3号`;
  return { unit: code, basis: 'absolute', tiers, setOn: CALENDAR.standardsSet, docNo };
}
