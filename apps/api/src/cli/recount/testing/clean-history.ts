import {
  accept,
  batchOf,
  bounce,
  confirm,
  decisionOf,
  file,
  formOf,
  instruct,
  ledgerStream,
  open,
  payFirst,
  paySecond,
  signByTown,
  signByVillage,
  tell,
  tellLedger,
  YEAR,
  type Plan,
  type Teller,
} from './steps';
import { told, type Payload, type Told } from './told';

export const TOWN = '500112140';
export const OTHER_TOWN = '500112141';

const POLICY = {
  subsidyCapFen: 400_000,
  rewardCapFen: 200_000,
  basisSubsidyFen: 200_000,
  basisRewardFen: 100_000,
  pools: 'one',
};

/** The stories of a whole season in small: every way a case can go, and nothing wrong with any. */
export function cleanHistory(): Told[] {
  const history = openedProgramme([
    [TOWN, 7],
    [OTHER_TOWN, 2],
  ]);
  const tellerOf = (id: string, town = TOWN): Teller => ({ id, town, history });
  mainWay(tellerOf('2024-main'));
  noProject(tellerOf('2024-none'));
  withdrawnAfterSignature(tellerOf('2024-withdrawn'));
  amendedAndOverpaid(tellerOf('2024-overpaid'));
  oneFen(tellerOf('2024-one-fen'));
  corrected(tellerOf('2024-corrected'));
  reversed(tellerOf('2024-reversed'));
  terminated(tellerOf('2024-terminated', OTHER_TOWN));
  ratio(tellerOf('2024-ratio', OTHER_TOWN));
  return history;
}

/** The programme and its towns, with a standard each: tiers of income, or shares of the subsidy. */
export function openedProgramme(towns: readonly (readonly [town: string, households: number])[]): Told[] {
  const programme = (type: string, data: Payload): Told => told(`programme-${YEAR}`, type, data);
  return [
    programme('ProgrammeOpened', { year: YEAR, policy: POLICY }),
    ...towns.flatMap(([unit, households]) => {
      const lines = { subsidyLineFen: 200_000 * households, rewardLineFen: 100_000 * households };
      const tiers = [
        { fromFen: 150_000, rewardPermille: 500 },
        { fromFen: 250_000, rewardPermille: 1000 },
      ];
      const standard =
        unit === OTHER_TOWN
          ? { basis: 'ratio-to-subsidy', tiers: [{ fromPermille: 1200, rewardPermille: 1000 }] }
          : { basis: 'absolute', tiers };
      return [
        programme('TownAllotted', { unit, households, quotaFen: 300_000 * households }),
        told(ledgerStream(unit), 'QuotaAllotted', {
          year: YEAR,
          unit,
          amountFen: 300_000 * households,
          ...lines,
        }),
        programme('IncomeStandardSet', { unit, standardVersion: 1, ...standard }),
        programme('RosterClosed', { unit, count: households }),
      ];
    }),
    programme('ProgrammeRevised', { effectiveOn: '2024-12-01', changes: { subsidyCapFen: 300_000 } }),
  ];
}

/** Returned once by the village, returned once by the bank, done in part, half of the reward earned. */
export function mainWay(teller: Teller): void {
  const lines = [
    { quantity: 80, priceFen: 1850 },
    { quantity: 1, priceFen: 51_999 },
  ];
  const first: Plan = { version: 1, lines, rewardFen: 100_001, targetFen: 250_000 };
  const plan: Plan = { ...first, version: 2 };
  open(teller);
  signByVillage(teller, first);
  tell(teller, 'PlanReturned');
  signByVillage(teller, plan);
  signByTown(teller, plan);
  teller.history.push(
    told(`summary-${YEAR}-${TOWN}`, 'SummaryDrawn', {
      entries: [{ subsidyFen: 199_999, rewardFen: 100_001 }],
      subsidySumFen: 199_999,
      rewardSumFen: 100_001,
    }),
  );
  file(teller, plan);
  const half = { subsidyFen: 99_999, rewardFen: 0 };
  instruct(teller, 1, 2, half);
  bounce(teller, 1, half);
  instruct(teller, 1, 2, { ...half, attempt: 2 });
  confirm(teller, 1, { ...half, attempt: 2 }, { amountFen: 99_999 });
  const payableFen = 60 * 1850 + 51_999;
  const secondFen = payableFen - 99_999;
  accept(teller, { plan, quantities: [60, 1], incomeFen: 150_000, payableFen, secondFen, rewardFen: 50_000 });
  tellLedger(teller, 'ReservationAdjusted', { subsidyFen: payableFen, rewardFen: 50_000 });
  const rest = { subsidyFen: secondFen, rewardFen: 50_000 };
  paySecond(teller, 2, rest, { subsidyPaidFen: payableFen, rewardPaidFen: 50_000 });
  tell(teller, 'CaseClosed');
  tellLedger(teller, 'CaseSettled', { final: 'closed', paidFen: payableFen + 50_000 });
}

/** Moved from another town while nothing was reserved. */
export function noProject(teller: Teller): void {
  open({ ...teller, town: OTHER_TOWN });
  tell(teller, 'CaseTransferred', { toTown: TOWN });
  tell(teller, 'NoProjectConfirmed');
  tellLedger(teller, 'CaseSettled', { final: 'no-project', paidFen: 0 });
}

/** The town and the household take their word back, everyone signs again, and then the household declines. */
function withdrawnAfterSignature(teller: Teller): void {
  const plan: Plan = { version: 1, lines: [{ quantity: 10, priceFen: 20_000 }], rewardFen: 0, targetFen: 0 };
  const free = { subsidyFen: 200_000, rewardFen: 0 };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  tell(teller, 'TownSignatureWithdrawn');
  tellLedger(teller, 'ReservationReleased', free);
  tell(teller, 'VillageSignatureWithdrawn');
  tell(teller, 'HouseholdSignatureWithdrawn');
  signByVillage(teller, { ...plan, version: 2 });
  signByTown(teller, { ...plan, version: 2 });
  tell(teller, 'CaseWithdrawn');
  tellLedger(teller, 'ReservationReleased', free);
}

/** Amended upwards after filing; then less is accepted than the first tranche paid, and the rest comes back. */
export function amendedAndOverpaid(teller: Teller): void {
  const plan: Plan = {
    version: 1,
    lines: [{ quantity: 10, priceFen: 20_000 }],
    rewardFen: 80_000,
    targetFen: 250_000,
  };
  const amended: Plan = { ...plan, version: 2, lines: [{ quantity: 12, priceFen: 20_000 }] };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  signByVillage(teller, amended, 'Amendment');
  tell(teller, 'AmendmentReturned');
  signByVillage(teller, { ...amended, version: 3 }, 'Amendment');
  signByTown(teller, { ...amended, version: 3 }, 'Amendment');
  tell(teller, 'AmendmentFiled', { planVersion: 3 });
  signByVillage(teller, { ...amended, version: 4 }, 'Amendment');
  tell(teller, 'AmendmentDropped');
  payFirst(teller, 3, 120_000);
  const form = { quantities: [5], payableFen: 100_000, secondFen: 0, incomeFen: 0, rewardFen: 0 };
  accept(teller, { plan: amended, ...form });
  tell(teller, 'RecoveryOpened', { recoveryId: 'recovery 1', amountFen: 20_000 });
  const nothingDue = { subsidyPaidFen: 120_000, rewardPaidFen: 0, zeroReason: 'nothing-due', unpaid: [] };
  tell(teller, 'FullyPaid', { obligation: { tranche: 2, seq: 1 }, attempt: 0, ...nothingDue });
  tellLedger(teller, 'ReservationAdjusted', { subsidyFen: 120_000, rewardFen: 0 });
  tell(teller, 'RecoveryReceived');
  tellLedger(teller, 'RecoveryBooked', { subsidyFen: 20_000, rewardFen: 0 });
}

/** Half of one fen is nothing, so the first tranche is not due. */
function oneFen(teller: Teller): void {
  const plan: Plan = {
    version: 1,
    lines: [{ quantity: 1, priceFen: 1 }],
    rewardFen: 100_000,
    targetFen: 250_000,
  };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  tell(teller, 'FirstTrancheNotDue');
  accept(teller, { plan, incomeFen: 250_000, payableFen: 1, secondFen: 1, rewardFen: 100_000 });
  const rest = { subsidyFen: 1, rewardFen: 100_000 };
  paySecond(teller, 1, rest, { subsidyPaidFen: 1, rewardPaidFen: 100_000 });
}

/** Closed, reopened by the audit and corrected upwards: the difference is an obligation of its own. */
function corrected(teller: Teller): void {
  const plan: Plan = { version: 1, lines: [{ quantity: 10, priceFen: 20_000 }], rewardFen: 0, targetFen: 0 };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  payFirst(teller, 1, 100_000);
  accept(teller, {
    plan,
    quantities: [8],
    incomeFen: 0,
    payableFen: 160_000,
    secondFen: 60_000,
    rewardFen: 0,
  });
  const rest = { subsidyFen: 60_000, rewardFen: 0 };
  paySecond(teller, 1, rest, { subsidyPaidFen: 160_000, rewardPaidFen: 0 });
  tell(teller, 'CaseClosed');
  tell(teller, 'CaseReopened');
  const correction = { plan, incomeFen: 0, payableFen: 200_000, secondFen: 40_000, rewardFen: 0 };
  tell(teller, 'AcceptanceCorrected', { ...formOf(correction), ...decisionOf(correction) });
  const more = { subsidyFen: 40_000, rewardFen: 0, seq: 2 };
  paySecond(teller, 1, more, { subsidyPaidFen: 200_000, rewardPaidFen: 0 });
}

/** A row is dropped from one batch, a batch is cancelled, and the bank takes the second payment back once. */
function reversed(teller: Teller): void {
  const plan: Plan = { version: 1, lines: [{ quantity: 10, priceFen: 20_000 }], rewardFen: 0, targetFen: 0 };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  const half = { subsidyFen: 100_000, rewardFen: 0 };
  for (const [batch, type] of [
    ['a', 'ItemDropped'],
    ['b', 'BatchCancelled'],
  ] as const) {
    const obligation = { tranche: 1, seq: 1 };
    instruct(teller, 1, 1, { ...half, batch });
    teller.history.push(told(batchOf(teller, 1, { ...half, batch }), type, { row: 1 }));
    tellLedger(teller, 'AuthorisationCancelled', { ...obligation, attempt: 1 });
    tell(teller, 'InstructionCancelled', { obligation, attempt: 1 });
  }
  payFirst(teller, 1, 100_000);
  tell(teller, 'AcceptanceDrafted', { lines: [], income: {}, contentHash: 'form 0' });
  tell(teller, 'RectificationOrdered');
  accept(teller, { plan, incomeFen: 0, payableFen: 200_000, secondFen: 100_000, rewardFen: 0 });
  const totals = { subsidyPaidFen: 200_000, rewardPaidFen: 0 };
  paySecond(teller, 1, half, totals);
  teller.history.push(told(`payment-${teller.id}-2-1-1`, 'ItemReversed', { row: 1 }));
  tellLedger(teller, 'PaymentReversed', { tranche: 2, seq: 1, attempt: 1, ...half });
  tell(teller, 'SecondTrancheReopened', { obligation: { tranche: 2, seq: 1 } });
  paySecond(teller, 1, { ...half, attempt: 2 }, totals);
}

/** Ended after the first tranche; what was not paid goes back to the town, which returns its surplus. */
function terminated(teller: Teller): void {
  const plan: Plan = { version: 1, lines: [{ quantity: 10, priceFen: 20_000 }], rewardFen: 0, targetFen: 0 };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  payFirst(teller, 1, 100_000);
  tell(teller, 'CaseTerminated');
  tellLedger(teller, 'ReservationReleased', { subsidyFen: 100_000, rewardFen: 0 });
}

/** Judged by the ratio of income to subsidy, returned by the bureau once, and paid up to the first tranche. */
function ratio(teller: Teller): void {
  const plan: Plan = {
    version: 1,
    lines: [{ quantity: 3, priceFen: 33_333 }],
    rewardFen: 90_000,
    targetFen: 119_998,
  };
  open(teller);
  signByVillage(teller, plan);
  signByTown(teller, plan);
  file(teller, plan);
  tell(teller, 'FilingReturned');
  tellLedger(teller, 'ReservationReleased', { subsidyFen: 99_999, rewardFen: 90_000 });
  signByVillage(teller, { ...plan, version: 2 });
  signByTown(teller, { ...plan, version: 2 });
  file(teller, { ...plan, version: 2 });
  payFirst(teller, 2, 49_999);
  accept(teller, { plan, incomeFen: 119_998, payableFen: 99_999, secondFen: 50_000, rewardFen: 90_000 });
  teller.history.push(told(ledgerStream(OTHER_TOWN), 'SurplusReturned', { amountFen: 310_001 }));
}
