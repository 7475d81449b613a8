import { told, type Payload, type Told } from './told';

export const YEAR = 2024;

/** A plan of one or two lines with whole quantities. */
export interface Plan {
  readonly version: number;
  readonly lines: readonly { readonly quantity: number; readonly priceFen: number }[];
  readonly rewardFen: number;
  readonly targetFen: number;
}

/** A case whose steps are told one by one; the ledger is told along. */
export interface Teller {
  readonly id: string;
  readonly town: string;
  readonly history: Told[];
}

export interface Payment {
  readonly subsidyFen: number;
  readonly rewardFen: number;
  readonly attempt?: number;
  readonly seq?: number;
  /** Tells batches apart in which the same attempt was drawn. */
  readonly batch?: string;
}

export const caseStream = (id: string): string => `case-${id}`;
export const ledgerStream = (town: string): string => `ledger-${YEAR}-${town}`;

export const subsidyFenOf = (plan: Plan): number =>
  plan.lines.reduce((sum, { quantity, priceFen }) => sum + quantity * priceFen, 0);

export function tell({ id, history }: Teller, type: string, data: Payload = {}, actorId = 'somebody'): void {
  history.push(told(caseStream(id), type, data, actorId));
}

export function tellLedger({ id, town, history }: Teller, type: string, data: Payload): void {
  history.push(told(ledgerStream(town), type, { caseId: id, ...data }));
}

export function open(teller: Teller): void {
  tell(teller, 'CaseOpened', { year: YEAR, householdId: teller.id, town: teller.town });
  tell(teller, 'CadresAssigned');
}

export function contentOf(plan: Plan): Payload {
  return {
    planVersion: plan.version,
    lines: plan.lines.map(({ quantity, priceFen }) => ({
      category: 'production-input',
      quantityMilli: quantity * 1000,
      unitPriceFen: priceFen,
      amountFen: quantity * priceFen,
    })),
    subsidyFen: subsidyFenOf(plan),
    rewardFen: plan.rewardFen,
    targetFen: plan.targetFen,
    standardVersion: plan.rewardFen > 0 ? 1 : 0,
    contentHash: `plan ${plan.version}`,
  };
}

const signed = ({ version }: Plan): Payload => ({
  planVersion: version,
  signature: { contentHash: `plan ${version}` },
});

/** Drafted and signed by household and village; `prefix` makes it an amendment. */
export function signByVillage(teller: Teller, plan: Plan, prefix: '' | 'Amendment' = ''): void {
  tell(teller, prefix === '' ? 'PlanDrafted' : 'AmendmentDrafted', contentOf(plan));
  tell(teller, `${prefix}HouseholdSigned`, signed(plan), 'village-cadre');
  tell(teller, `${prefix}VillageCadreSigned`, signed(plan), 'village-cadre');
}

export function signByTown(teller: Teller, plan: Plan, prefix: '' | 'Amendment' = ''): void {
  const reserved = { subsidyFen: subsidyFenOf(plan), rewardFen: plan.rewardFen };
  tellLedger(teller, prefix === '' ? 'MoneyReserved' : 'ReservationAdjusted', reserved);
  tell(teller, `${prefix}TownCadreSigned`, { ...signed(plan), reserved }, 'town-cadre');
}

export function file(teller: Teller, plan: Plan): void {
  tell(teller, 'PlanFiled', { planVersion: plan.version, receiptNo: 'receipt 1' });
}

export function instruct(teller: Teller, tranche: 1 | 2, version: number, payment: Payment): void {
  const { subsidyFen, rewardFen, attempt = 1, seq = 1 } = payment;
  const parts = { subsidyFen, rewardFen, attempt };
  const row = { row: 1, caseId: teller.id, seq, ...parts, amountFen: subsidyFen + rewardFen };
  tellLedger(teller, 'TrancheAuthorised', { tranche, seq, ...parts });
  teller.history.push(
    told(batchOf(teller, tranche, payment), 'BatchDrawn', {
      tranche,
      rows: [row],
      count: 1,
      sumFen: row.amountFen,
    }),
  );
  tell(teller, 'TrancheInstructed', { obligation: { tranche, seq }, ...parts, planVersion: version });
}

/** The bank pays: first the batch says so, then the ledger and the case. */
export function confirm(teller: Teller, tranche: 1 | 2, payment: Payment, outcome: Payload): void {
  const { subsidyFen, rewardFen, attempt = 1, seq = 1 } = payment;
  teller.history.push(told(batchOf(teller, tranche, payment), 'ItemConfirmed', { row: 1 }));
  tellLedger(teller, 'TranchePaid', { tranche, seq, attempt, subsidyFen, rewardFen });
  const type = tranche === 1 ? 'FirstTranchePaid' : 'FullyPaid';
  tell(teller, type, { obligation: { tranche, seq }, attempt, ...outcome });
}

/** The bank returns the transfer: nothing was paid. */
export function bounce(teller: Teller, tranche: 1 | 2, payment: Payment): void {
  const { attempt = 1, seq = 1 } = payment;
  teller.history.push(told(batchOf(teller, tranche, payment), 'ItemReturned', { row: 1 }));
  tellLedger(teller, 'AuthorisationCancelled', { tranche, seq, attempt });
  tell(teller, 'TrancheReturned', { obligation: { tranche, seq }, attempt });
}

export function payFirst(teller: Teller, version: number, subsidyFen: number): void {
  const payment = { subsidyFen, rewardFen: 0 };
  instruct(teller, 1, version, payment);
  confirm(teller, 1, payment, { amountFen: subsidyFen });
}

export interface Acceptance {
  readonly plan: Plan;
  /** Accepted quantities, line by line; all of them by default. */
  readonly quantities?: readonly number[];
  readonly incomeFen: number;
  readonly payableFen: number;
  readonly secondFen: number;
  readonly rewardFen: number;
}

export function formOf({ plan, quantities, incomeFen }: Acceptance): Payload {
  const lines = plan.lines.map(({ quantity, priceFen }, index) => {
    const accepted = quantities?.[index] ?? quantity;
    return {
      lineNo: index + 1,
      acceptedMilli: accepted * 1000,
      paidUnitPriceFen: priceFen,
      acceptedFen: accepted * priceFen,
    };
  });
  return {
    lines,
    income: { actualFen: 0, estimateFen: incomeFen, basis: 'estimate' },
    contentHash: 'form 1',
  };
}

export function decisionOf({ plan, incomeFen, payableFen, secondFen, rewardFen }: Acceptance): Payload {
  const reward = { targetFen: plan.targetFen, incomeFen, basis: 'estimate', rewardFen };
  return { payableFen, secondFen, reward };
}

export function accept(teller: Teller, acceptance: Acceptance): void {
  tell(teller, 'CompletionReported');
  tell(teller, 'AcceptanceDrafted', formOf(acceptance));
  tell(teller, 'AcceptanceHouseholdSigned', { contentHash: 'form 1' }, 'village-cadre');
  tell(teller, 'AcceptanceVillageSigned', { contentHash: 'form 1' }, 'village-cadre');
  tell(teller, 'WorkAccepted', decisionOf(acceptance), 'town-cadre');
}

export function paySecond(teller: Teller, version: number, payment: Payment, totals: Payload): void {
  instruct(teller, 2, version, payment);
  confirm(teller, 2, payment, { ...totals, unpaid: [] });
}

export function batchOf(
  { id }: Teller,
  tranche: number,
  { attempt = 1, seq = 1, batch = '' }: Payment,
): string {
  return `payment-${id}-${tranche}-${seq}-${attempt}${batch}`;
}
