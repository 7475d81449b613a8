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
    return {
      ...office,
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
      get household() {
        return read.household(state.householdId).data;
      },
      get ledger() {
        return read.ledger(ledgerId).data;
      },
      get summary() {
        return read.summary(ledgerId).data;
      },
      get villageResultNotice() {
        return read.notice(`${year}-${state.village}-result`).data;
      },
      get townResultNotice() {
        return read.notice(`${year}-${state.town}-result`).data;
      },
      staffOf: (staffId) => read.staff(staffId).data,
    };
  };
}
