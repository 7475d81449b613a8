import type { Folded, Situation } from '@yihu/workflow';
import { attemptKey } from '../case/state-money';
import type { Stage } from '../case/machine';
import { filedPlan, type CaseState } from '../case/state';
import { officeContext, type OfficeContext, type Read } from '../context';
import type { HouseholdState } from '../household/state';
import { accountOf, obligationKey, type CaseAccount, type LedgerState } from '../ledger/state';
import { firstTrancheFen } from '../money';
import type { NoticeState } from '../notice/state';
import { policyOn, type ProgrammeState } from '../programme/state';
import type { Amounts, Role } from '../shared';
import type { DrawBatchInput } from './inputs';
import type { PaymentState, RowState } from './state';

/** A case whose money is under way, and what the ledger has of it. */
export interface PaidCase {
  readonly caseId: string;
  readonly folded: Folded<CaseState>;
  readonly account: CaseAccount;
  readonly row: RowState | undefined;
}

/** A case that is to be paid, with all that the payment rules look at. */
export interface Payee extends PaidCase {
  readonly household: HouseholdState;
  readonly notices: readonly NoticeState[];
}

/** What the bank's words about a batch are judged on. */
export type BankContext = Pick<PaymentContext, 'subjectId' | 'tranche' | 'today' | 'payment' | 'paymentOf'>;

export interface PaymentContext<Input = unknown> extends OfficeContext<Input> {
  readonly payment: PaymentState;
  readonly programme: ProgrammeState;
  readonly year: number;
  readonly town: string;
  readonly tranche: 1 | 2;
  readonly ledgerId: string;
  readonly ledger: LedgerState;
  readonly payees: readonly Payee[];
  /** Another batch of the town, by its id. */
  paymentOf(paymentId: string): PaymentState;
}

export function gatherPayment<Input>() {
  return (read: Read, situation: Situation, by: readonly Role[]): PaymentContext<Input> => {
    const subject = read.payment(situation.subjectId);
    const payment = subject.data;
    const drawn: Partial<DrawBatchInput> =
      payment.rows.length > 0 ? {} : ((situation.input ?? {}) as DrawBatchInput);
    const { year = payment.year, town = payment.town, tranche = payment.tranche } = drawn;
    const caseIds = drawn.caseIds ?? payment.rows.map((row) => row.caseId);
    const ledgerId = `${year}-${town}`;
    const programme = read.programme(String(year)).data;
    const office = officeContext<Input>(situation, subject, town, by);
    const payeeOf = (caseId: string): Payee => {
      const folded = read.case(caseId);
      const { householdId, village } = folded.data;
      const kind = tranche === 1 ? 'plan' : 'result';
      return {
        caseId,
        folded,
        household: read.household(householdId).data,
        account: accountOf(read.ledger(ledgerId).data, caseId),
        get notices() {
          return [village, town].map((unit) => read.notice(`${year}-${unit}-${kind}`).data);
        },
        row: payment.rows.find((row) => row.caseId === caseId),
      };
    };
    let payees: readonly Payee[] | undefined;
    return {
      ...office,
      policyVersion: policyOn(programme, office.today)?.version,
      payment,
      programme,
      year,
      town,
      tranche,
      ledgerId,
      get ledger() {
        return read.ledger(ledgerId).data;
      },
      get payees() {
        return (payees ??= caseIds.map(payeeOf));
      },
      paymentOf: (paymentId) => read.payment(paymentId).data,
    };
  };
}

/** Places of a case from which a tranche can be instructed. */
const PAYABLE: Readonly<Record<1 | 2, RegExp>> = {
  1: /progress\.filed\.(payable|bank-returned)/,
  2: /^accepted\.(payable|bank-returned)$/,
};

const INSTRUCTED: Readonly<Record<1 | 2, RegExp>> = {
  1: /progress\.filed\.instructed/,
  2: /^accepted\.instructed$/,
};

const UNPROMISED: readonly Stage[] = ['drafted', 'cadre-signed', 'withdrawn', 'terminated', 'no-project'];

/** Whether what money was sent on is no more: the case went back or ended, and what is promised now is another plan. */
export const isUnpromised = ({ stage }: Folded<CaseState>) => UNPROMISED.includes(stage as Stage);

/** Whether the case waits for this tranche and for nothing else. */
export function isPayable({ folded }: PaidCase, tranche: 1 | 2): boolean {
  return PAYABLE[tranche].test(folded.node!.key);
}

/** Whether a tranche is owed: the case waits for it, or the bank took it back when the case had gone on. */
export function isOwed(payee: PaidCase, tranche: 1 | 2): boolean {
  return isPayable(payee, tranche) || payee.folded.data.reversed.includes(obligationKey(tranche, 1));
}

/** Whether the case waits for the bank's answer to this very attempt. */
export function isInstructed({ folded }: PaidCase, tranche: 1 | 2, { seq, attempt }: RowState): boolean {
  const { attempts } = folded.data;
  return INSTRUCTED[tranche].test(folded.node!.key) && attempts[attemptKey({ tranche, seq })] === attempt;
}

/** What a tranche comes to: half of the filed subsidy first, the rest with the reward second (A6, R27, R31). */
export function dueOf(payee: PaidCase, tranche: 1 | 2): Amounts {
  const state = payee.folded.data;
  if (tranche === 1) return { subsidyFen: firstTrancheFen(filedPlan(state)!.subsidyFen), rewardFen: 0 };
  return { subsidyFen: state.accepted!.secondFen, rewardFen: state.accepted!.reward.rewardFen };
}

export function nextAttempt(payee: PaidCase, tranche: 1 | 2): number {
  return (payee.folded.data.attempts[attemptKey({ tranche, seq: 1 })] ?? 0) + 1;
}
