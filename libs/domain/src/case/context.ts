import type { Folded, Situation } from '@yihu/workflow';
import { officeContext, type OfficeContext, type Read } from '../context';
import type { HouseholdState } from '../household/state';
import type { LedgerState } from '../ledger/state';
import type { NoticeState } from '../notice/state';
import type { Policy } from '../programme/facts';
import { policyOn, type IncomeStandard, type ProgrammeState, type TownState } from '../programme/state';
import type { Role } from '../shared';
import type { StaffState } from '../staff/state';
import type { SummaryState } from '../summary/state';
import type { PlanContent } from './facts';
import { currentPlan, type CaseState } from './state';

/** What the rules of a case see. The streams beside the case are read only when a rule looks at them. */
export interface CaseContext<Input = unknown> extends OfficeContext<Input> {
  readonly caseId: string;
  readonly subject: Folded<CaseState>;
  readonly case: CaseState;
  /** The full place in the machine, e.g. `drafted.village-signed`. */
  readonly place: string;
  readonly plan: Pick<PlanContent, 'lines' | 'activity' | 'subsidyFen' | 'rewardFen' | 'grounds'> | undefined;
  readonly programme: ProgrammeState;
  readonly town: TownState | undefined;
  readonly policy: Policy;
  readonly standard: IncomeStandard | undefined;
  readonly ledgerId: string;
  readonly household: HouseholdState;
  readonly ledger: LedgerState;
  readonly summary: SummaryState;
  readonly villageResultNotice: NoticeState;
  readonly townResultNotice: NoticeState;
  staffOf(staffId: string): StaffState;
}

/** What is read of the streams beside the case, and only when a rule looks. */
type Beside = Pick<
  CaseContext,
  'household' | 'ledger' | 'summary' | 'villageResultNotice' | 'townResultNotice' | 'staffOf'
>;

// One prototype for all contexts: getters of its own would make each cost thirty times as much, and a case is
// asked about every command there is.
const beside: Beside & ThisType<CaseContext & { readonly read: Read }> = {
  get household() {
    return this.read.household(this.case.householdId).data;
  },
  get ledger() {
    return this.read.ledger(this.ledgerId).data;
  },
  get summary() {
    return this.read.summary(this.ledgerId).data;
  },
  get villageResultNotice() {
    return this.read.notice(`${this.case.year}-${this.case.village}-result`).data;
  },
  get townResultNotice() {
    return this.read.notice(`${this.case.year}-${this.case.town}-result`).data;
  },
  staffOf(staffId) {
    return this.read.staff(staffId).data;
  },
};

/** Gathers a case; `planOf` says which plan the money rules judge, by default the one being signed. */
export function gatherCase<Input>(
  planOf: (situation: Situation<Input>, state: CaseState) => CaseContext['plan'] = (_situation, state) =>
    currentPlan(state),
) {
  return (read: Read, situation: Situation, by: readonly Role[]): CaseContext<Input> => {
    const caseId = situation.subjectId;
    const subject = read.case(caseId);
    const state = subject.data;
    const year = String(state.year);
    const ledgerId = `${year}-${state.town}`;
    const programme = read.programme(year).data;
    const office = officeContext<Input>(situation, subject, state.village, by);
    const town = programme.towns[state.town];
    const governing =
      programme.policies.find((each) => each.version === state.policyVersion) ??
      policyOn(programme, office.today);
    if (!governing) throw new Error(`no policy is in effect on ${office.today} for ${caseId}`);
    const context: Omit<CaseContext<Input>, keyof Beside> = Object.assign(office, {
      read,
      subject,
      lastPaperOn: state.lastPaperOn,
      policyVersion: governing.version,
      caseId,
      case: state,
      place: subject.node!.key,
      plan: planOf(situation as Situation<Input>, state),
      programme,
      town,
      policy: governing.policy,
      standard: town?.standards.at(-1),
      ledgerId,
    });
    return Object.setPrototypeOf(context, beside) as CaseContext<Input>;
  };
}
