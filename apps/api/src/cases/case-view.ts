import type { AllowedAction, CaseView, Language, PlanView } from '@yihu/api-contract';
import { sayPassed, segmentOf } from '@yihu/api-contract';
import { currentPlan, type CaseState, type PlanContent, type Stage } from '@yihu/domain';
import type { Explanation, Folded } from '@yihu/workflow';
import { refusalView } from '../http/problem-of';

/** What a case looks like to one reader, beside its own state. */
export interface CaseViewParts
  extends
    Pick<CaseView, 'caseId' | 'household' | 'path' | 'staffNames' | 'allowedActions'>,
    Partial<Pick<CaseView, 'villageCadre' | 'townCadre' | 'waitsFor' | 'returned'>> {
  readonly folded: Folded<CaseState>;
  /** A plan's grounds in clear, or nothing for whoever may not know them. */
  readonly groundsOf: (plan: PlanContent) => PlanView['grounds'] | undefined;
}

export function caseView({ folded, groundsOf, ...parts }: CaseViewParts): CaseView {
  const state = folded.data;
  const current = currentPlan(state);
  const previous = current && state.plans[state.plans.indexOf(current) - 1];
  return {
    ...parts,
    revision: folded.revision,
    stage: folded.stage as Stage,
    place: folded.node!.key,
    year: state.year,
    villageCadreId: state.villageCadreId,
    townCadreId: state.townCadreId,
    ...(current && { plan: planView(current, groundsOf(current)) }),
    ...(previous && { previousPlan: planView(previous, groundsOf(previous)) }),
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
  };
}

function planView(
  { grounds: _sealed, ...plan }: CaseState['plans'][number],
  grounds: PlanView['grounds'] | undefined,
): PlanView {
  return { ...plan, ...(grounds && { grounds }) };
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
