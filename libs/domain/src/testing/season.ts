import type { Policy } from '../programme/facts';
import type { Role } from '../shared';
import { Desk } from './desk';

export const YEAR = '2024';
export const TOWN = '500112140';
export const VILLAGE = '500112140v01';
export const LEDGER = `${YEAR}-${TOWN}`;

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

const STAFF: readonly (readonly [string, Role, string])[] = [
  ['V1', 'village-cadre', VILLAGE],
  ['V2', 'village-cadre', '500112140v02'],
  ['T1', 'town-cadre', TOWN],
  ['T2', 'town-cadre', TOWN],
  ['L1', 'town-leader', TOWN],
  ['N1', 'town-finance', TOWN],
  ['N2', 'town-finance', TOWN],
  ['B1', 'bureau', '500112'],
  ['S1', 'supervisor', '500112'],
];

export const GROUNDS = { wish: 'sealed.wish', circumstances: 'sealed.circumstances', items: 'sealed.items' };

/** 20 chicks at 18.00 and 8 bags of feed at 145.00: 1,520.00 yuan. */
export const PLAN = {
  activity: 'breeding' as const,
  lines: [line('脱温鸡苗', '只', 20_000, 1_800), line('鸡配合饲料', '袋', 8_000, 14_500)],
  subsidyFen: 152_000,
  rewardFen: 80_000,
  forecastFen: 300_000,
  grounds: GROUNDS,
};

export function line(item: string, unit: string, quantityMilli: number, unitPriceFen: number) {
  const amountFen = Math.round((quantityMilli * unitPriceFen) / 1000);
  return {
    category: 'production-input' as const,
    activity: 'breeding' as const,
    item,
    unit,
    quantityMilli,
    unitPriceFen,
    amountFen,
  };
}

/** A plan of one line with a round amount. */
export function planOf(subsidyFen: number, rewardFen = 0) {
  const lines = [line('仔猪', '头', 1_000, subsidyFen)];
  return { ...PLAN, lines, subsidyFen, rewardFen };
}

/** The dates of the office's year, from standard to closing (situation 1). */
export const ON = {
  standard: '2024-03-01T02:00:00.000Z',
  roster: '2024-03-04T02:00:00.000Z',
  draft: '2024-03-15T02:00:00.000Z',
  village: '2024-03-18T02:00:00.000Z',
  town: '2024-03-22T02:00:00.000Z',
  seal: '2024-03-28T02:00:00.000Z',
  posted: '2024-04-01T02:00:00.000Z',
  complete: '2024-04-09T02:00:00.000Z',
  filed: '2024-04-10T02:00:00.000Z',
  drawn: '2024-05-08T02:00:00.000Z',
  paid: '2024-05-10T02:00:00.000Z',
  built: '2024-06-04T02:00:00.000Z',
  accepted: '2024-06-06T02:00:00.000Z',
  second: '2024-06-12T02:00:00.000Z',
  result: '2024-06-14T02:00:00.000Z',
  resultComplete: '2024-06-22T02:00:00.000Z',
  photos: '2024-06-27T02:00:00.000Z',
  closed: '2024-06-30T02:00:00.000Z',
};

/** An office of one town at the point where cases can be opened. */
export function openOffice(
  options: { households?: number; policy?: Partial<Policy>; rewardTiers?: boolean } = {},
) {
  const { households = 2, policy = {}, rewardTiers = false } = options;
  const desk = new Desk();
  for (const id of ['M1', 'M2']) {
    const input = { name: 'sealed.name', office: '大数据中心', unit: '500112' };
    desk.do('appointAdministrator', id, { by: 'operator', at: ON.standard, input });
  }
  for (const [id, role, territory] of STAFF) {
    const input = { name: 'sealed.name', office: id, unit: territory };
    desk.do('registerStaff', id, { by: 'M1', at: ON.standard, input });
    desk.do('grantRole', id, { by: 'M2', at: ON.standard, input: { role, territory } });
  }
  const units = [{ code: TOWN, name: '茨竹镇', kind: 'town' as const }];
  desk.do('openProgramme', YEAR, {
    by: 'B1',
    at: ON.standard,
    input: {
      year: 2024,
      district: '500112',
      name: '渝北区2024年到户到人项目',
      bureauName: '区乡村振兴局',
      demo: true,
      policy: { ...POLICY, ...policy },
      units,
    },
  });
  desk.do('allotTown', YEAR, {
    by: 'B1',
    at: ON.standard,
    input: { unit: TOWN, households, quotaFen: households * 300_000 },
  });
  const tiers = rewardTiers
    ? [
        { fromFen: 150_000, rewardPermille: 500 },
        { fromFen: 250_000, rewardPermille: 1000 },
      ]
    : [{ fromFen: 250_000, rewardPermille: 1000 }];
  desk.do('setIncomeStandard', YEAR, {
    by: 'L1',
    at: ON.standard,
    input: { unit: TOWN, basis: 'absolute', tiers, setOn: '2024-03-01', docNo: '茨府〔2024〕1号' },
  });
  for (let number = 1; number <= households; number += 1) registerHousehold(desk, number);
  desk.do('closeRoster', YEAR, {
    by: 'B1',
    at: ON.roster,
    input: { unit: TOWN, count: households, listHash: 'hash' },
  });
  return desk;
}

export function registerHousehold(desk: Desk, number: number): void {
  desk.do('registerHousehold', `h${number}`, {
    by: 'T1',
    at: ON.standard,
    input: {
      year: 2024,
      householdCode: `HH000${number}`,
      name: 'sealed.name',
      identity: 'sealed.identity',
      phone: 'sealed.phone',
      identityFingerprint: `f${number}`,
      isDemoIdentity: true,
      memberCount: 3,
      householdClass: 'out-of-poverty',
      village: VILLAGE,
      listedOn: '2024-01-01',
    },
  });
  const account = {
    account: 'sealed.account',
    fingerprint: `a${number}`,
    holder: 'sealed.holder',
    holderRelation: 'head',
    bank: '农商行',
  };
  desk.do('proposeAccount', `h${number}`, { by: 'V1', at: ON.standard, input: account });
  desk.do('designateAccount', `h${number}`, { by: 'T1', at: ON.standard, input: {} });
}
