import type { AllowedAction, CaseHousehold, CaseView, Language, PlanView } from '@yihu/api-contract';
import { sayPassed, segmentOf } from '@yihu/api-contract';
import { currentPlan, type CaseState, type Stage } from '@yihu/domain';
import type { Explanation, Folded } from '@yihu/workflow';
import { refusalView } from '../http/problem-of';

/** What a case looks like to one reader, beside its own state. */
export interface CaseViewParts {
  readonly caseId: string;
  readonly folded: Folded<CaseState>;
  readonly household: CaseHousehold;
  readonly grounds: PlanView['grounds'] | undefined;
  readonly allowedActions: readonly AllowedAction[];
}

export function caseView({ caseId, folded, household, grounds, allowedActions }: CaseViewParts): CaseView {
  const state = folded.data;
  return {
    caseId,
    revision: folded.revision,
    stage: folded.stage as Stage,
    place: folded.node!.key,
    year: state.year,
    household,
    villageCadreId: state.villageCadreId,
    townCadreId: state.townCadreId,
    ...planOf(state, grounds),
    planVersions: state.plans.length,
    signatures: state.signatures,
    reserved: state.reserved,
    filedVersion: state.filedVersion,
    receiptNo: state.receiptNo,
    firstPaidFen: state.firstPaidFen,
    ...(state.completedOn !== undefined && { completedOn: state.completedOn }),
    ...(state.acceptance && { acceptance: state.acceptance }),
    acceptanceSignatures: state.acceptanceSignatures,
    ...(state.accepted && { accepted: state.accepted }),
    freezes: state.freezes,
    extensions: state.extensions,
    recoveries: state.recoveries,
    allowedActions,
  };
}

function planOf(state: CaseState, grounds: PlanView['grounds'] | undefined): { readonly plan?: PlanView } {
  const current = currentPlan(state);
  if (!current) return {};
  const { grounds: _sealed, ...plan } = current;
  return { plan: { ...plan, ...(grounds && { grounds }) } };
}

export function allowedAction(
  { command, allowed, refusals, remarks, passed }: Explanation,
  language: Language,
): AllowedAction {
  return {
    command: segmentOf(command),
    allowed,
    refusals: refusals.map((refusal) => refusalView(refusal, language)),
    remarks: remarks.map((remark) => refusalView(remark, language)),
    passed: passed.map(({ rule, source }) => ({ rule, source, text: sayPassed(rule, language) })),
  };
}
