import { asAmounts, NOTHING, type Amounts } from './money';
import type { Place, Stage } from './stages';
import { Unreadable, type Members } from './recorded-event';

// What the auditor keeps while it reads: per stream and no more than later events are held against.

export interface Policy {
  readonly effectiveOn: string;
  readonly subsidyCapFen: number;
  readonly rewardCapFen: number;
  readonly basisSubsidyFen: number;
  readonly basisRewardFen: number;
  readonly pools: string;
}

export interface Standard {
  readonly basis: string;
  readonly tiers: readonly Members[];
}

export interface ProgrammeBook {
  readonly stream: string;
  readonly policies: Policy[];
  /** Households by town. */
  readonly allotted: Map<string, number>;
  /** By town and standard version. */
  readonly standards: Map<string, Standard>;
  closed: boolean;
}

export interface LedgerBook {
  readonly stream: string;
  year: number;
  town: string;
  allotted: (Amounts & { readonly quotaFen: number }) | undefined;
  surplusReturnedFen: number;
  recoveredFen: number;
  reserved: Amounts;
  /** The ending of each case stream that is settled. */
  readonly settled: Map<string, string>;
  closed: boolean;
}

/** One payment that is owed once: a case, a tranche, and a number for corrections. */
export interface ObligationBook {
  liveAttempt: number | undefined;
  lastAttempt: number;
  /** The attempt whose money stands. */
  paidBy: number | undefined;
  readonly authorised: Map<number, Amounts>;
}

/** Money that went out and was not owed. */
export interface UnowedBook {
  readonly obligation: string;
  readonly attempt: number;
  readonly amountFen: number;
  leftFen: number;
}

/** A case as its town's ledger knows it. */
export interface AccountBook {
  /** The ledger that reserved last; a case may have moved to another town before. */
  ledger: LedgerBook;
  reserved: Amounts;
  paidFirst: Amounts;
  paidSecond: Amounts;
  /** A first transfer that the bank took back and that is still owed. */
  takenBackFirst: Amounts;
  /** What came back of the money that was owed. */
  recovered: Amounts;
  /** By the recovery that asks it back. */
  readonly unowed: Map<string, UnowedBook>;
  recoveredUnowedFen: number;
  readonly obligations: Map<string, ObligationBook>;
}

export interface PlanLineBook {
  readonly quantityMilli: number;
  readonly unitPriceFen: number;
  readonly amountFen: number;
}

export interface PlanBook extends Amounts {
  readonly version: number;
  readonly lines: readonly PlanLineBook[];
  readonly targetFen: number;
  readonly standardVersion: number;
  readonly contentHash: string;
}

/** A plan on its way through the three signatures; the village signer is kept to compare persons. */
export interface SigningBook {
  readonly plan: PlanBook;
  household: boolean;
  village: string | undefined;
  town: boolean;
}

export interface AcceptanceBook {
  readonly payableFen: number;
  readonly income: Members;
  readonly contentHash: string;
  household: boolean;
  village: string | undefined;
}

export interface CaseBook {
  readonly stream: string;
  year: number;
  town: string;
  place: Place;
  readonly reached: Set<Stage>;
  signing: SigningBook | undefined;
  amendment: SigningBook | undefined;
  filed: PlanBook | undefined;
  acceptance: AcceptanceBook | undefined;
  accepted: { readonly payableFen: number; readonly rewardFen: number } | undefined;
  correctionCount: number;
  recoveryFen: number;
  /** What is asked back, by recovery. */
  readonly asked: Map<string, number>;
  readonly instructions: Map<string, { live: boolean; paid: boolean }>;
}

export interface Books {
  readonly programmes: Map<number, ProgrammeBook>;
  readonly ledgers: Map<string, LedgerBook>;
  /** By case stream. */
  readonly accounts: Map<string, AccountBook>;
  readonly cases: Map<string, CaseBook>;
}

export function newBooks(): Books {
  return { programmes: new Map(), ledgers: new Map(), accounts: new Map(), cases: new Map() };
}

export function caseBook(books: Books, stream: string): CaseBook {
  return known(books.cases, stream, () => ({
    stream,
    year: 0,
    town: '',
    place: 'unopened',
    reached: new Set(),
    signing: undefined,
    amendment: undefined,
    filed: undefined,
    acceptance: undefined,
    accepted: undefined,
    correctionCount: 0,
    recoveryFen: 0,
    asked: new Map(),
    instructions: new Map(),
  }));
}

export function ledgerBook(books: Books, stream: string): LedgerBook {
  return known(books.ledgers, stream, () => ({
    stream,
    year: 0,
    town: '',
    allotted: undefined,
    surplusReturnedFen: 0,
    recoveredFen: 0,
    reserved: NOTHING,
    settled: new Map(),
    closed: false,
  }));
}

export function accountBook(books: Books, caseStream: string, ledger: LedgerBook): AccountBook {
  return known(books.accounts, caseStream, () => ({
    ledger,
    reserved: NOTHING,
    paidFirst: NOTHING,
    paidSecond: NOTHING,
    takenBackFirst: NOTHING,
    recovered: NOTHING,
    unowed: new Map(),
    recoveredUnowedFen: 0,
    obligations: new Map(),
  }));
}

/** The stream of a case that another stream names by its id. */
export function caseStreamOf(data: Members): string {
  const { caseId } = data;
  if (typeof caseId !== 'string') throw new Unreadable(`caseId is no text: ${JSON.stringify(caseId)}`);
  return `case-${caseId}`;
}

/** The newest policy in effect when an event was recorded, by the day in Asia/Shanghai. */
export function policyAt(books: Books, year: number, recordedAt: string): Policy | undefined {
  const shanghai = new Date(Date.parse(recordedAt) + 8 * 3_600_000);
  if (Number.isNaN(shanghai.getTime())) throw new Unreadable(`recordedAt is no time: ${recordedAt}`);
  const day = shanghai.toISOString().slice(0, 10);
  return books.programmes.get(year)?.policies.findLast(({ effectiveOn }) => effectiveOn <= day);
}

/** Everything paid to a case of what was owed, net of reversals and before recoveries. */
export function paidTo(account: AccountBook | undefined): Amounts {
  return asAmounts(
    (account?.paidFirst.subsidyFen ?? 0) + (account?.paidSecond.subsidyFen ?? 0),
    (account?.paidFirst.rewardFen ?? 0) + (account?.paidSecond.rewardFen ?? 0),
  );
}

/** Everything that came back from a household. */
export function recoveredFrom(account: AccountBook): number {
  return account.recovered.subsidyFen + account.recovered.rewardFen + account.recoveredUnowedFen;
}

/** What a case was paid without being owed it, whether or not it came back from the household. */
export function unowedTo(account: AccountBook | undefined): number {
  return [...(account?.unowed.values() ?? [])].reduce((sum, { amountFen }) => sum + amountFen, 0);
}

function known<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
