import { rule, type Rule } from '@yihu/workflow';
import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION, type Attestation } from '../attestation';
import { inTime } from '../calendar';
import { given, type OfficeContext } from '../context';
import { rewardFor } from '../income';
import { accountOf, roomFen, unowedFenOf } from '../ledger/state';
import { lineAmountFen, sumFen } from '../money';
import { hungInFull } from '../notice/state';
import type { Role } from '../shared';
import { isUnderSeal } from '../summary/state';
import { covers } from '../territory';
import type { CaseContext } from './context';
import { LINE_CATEGORIES } from './facts';
import type {
  AcceptanceInput,
  AcceptWorkInput,
  AssignCadresInput,
  CompletionInput,
  DocumentedInput,
  DraftPlanInput,
  ExtensionInput,
  FilePlanInput,
  FreezeInput,
  NoProjectInput,
  ReasonInput,
  RecoveryInput,
  RectificationInput,
  ReturnInput,
  SignInput,
  UnfreezeInput,
} from './inputs';
import { currentPlan, filedPlan } from './state';

const caseRule = <Input = unknown>(id: string, definition: Parameters<typeof rule<CaseContext<Input>>>[1]) =>
  rule<CaseContext<Input>>(id, definition);

// What may be in a plan.

export const categoryClosedList = caseRule('category-closed-list', {
  source: 'R5-R7, A9',
  clearedBy: 'village-cadre',
  check: ({ plan }) => {
    const lines = (plan?.lines ?? []).flatMap(({ category }, index) =>
      LINE_CATEGORIES.includes(category) || isReward(category) ? [] : [{ lineNo: index + 1, category }],
    );
    return lines.length === 0 || { lines, allowed: LINE_CATEGORIES };
  },
});

export const rewardNotALine = caseRule('reward-not-a-line', {
  source: 'R8, A9',
  clearedBy: 'village-cadre',
  check: ({ plan }) => {
    const lines = (plan?.lines ?? []).flatMap(({ category }, index) =>
      isReward(category) ? [index + 1] : [],
    );
    return lines.length === 0 || { lines };
  },
});

export const lineArithmetic = caseRule('line-arithmetic', {
  source: 'A5',
  clearedBy: 'village-cadre',
  check: ({ plan }) => {
    const lines = (plan?.lines ?? []).flatMap(({ quantityMilli, unitPriceFen, amountFen }, index) => {
      const need = lineAmountFen(quantityMilli, unitPriceFen);
      return amountFen === need ? [] : [{ lineNo: index + 1, have: amountFen, need }];
    });
    return lines.length === 0 || { lines };
  },
});

export const subsidyEqualsLines = caseRule('subsidy-equals-lines', {
  source: 'A5',
  clearedBy: 'village-cadre',
  check: ({ plan }) => {
    if (!plan) return true;
    const need = sumFen(plan.lines.map((line) => line.amountFen));
    return plan.subsidyFen === need || { have: plan.subsidyFen, need };
  },
});

export const subsidyCap = caseRule('subsidy-cap', {
  source: 'R16, A3',
  clearedBy: 'village-cadre',
  check: ({ plan, policy }) =>
    !plan ||
    plan.subsidyFen <= policy.subsidyCapFen || { have: plan.subsidyFen, limit: policy.subsidyCapFen },
});

export const rewardCap = caseRule('reward-cap', {
  source: 'R17, A3',
  clearedBy: 'village-cadre',
  check: ({ plan, policy }) =>
    !plan || plan.rewardFen <= policy.rewardCapFen || { have: plan.rewardFen, limit: policy.rewardCapFen },
});

export const floatGrounds = caseRule('float-grounds', {
  source: 'R13, R15',
  clearedBy: 'village-cadre',
  check: ({ plan, policy }) => {
    if (!plan || plan.grounds) return true;
    const { subsidyFen, rewardFen } = plan;
    const { basisSubsidyFen, basisRewardFen } = policy;
    const floats = subsidyFen !== basisSubsidyFen || rewardFen !== basisRewardFen;
    return !floats || { subsidyFen, rewardFen, basisSubsidyFen, basisRewardFen };
  },
});

export const planNotEmpty = caseRule('plan-not-empty', {
  source: 'R8, R15',
  clearedBy: 'village-cadre',
  check: ({ plan }) => !plan || plan.lines.length > 0 || plan.rewardFen > 0 || { lines: 0, rewardFen: 0 },
});

export const planDrafted = caseRule('plan-not-empty', {
  source: 'R8, R15',
  clearedBy: 'village-cadre',
  check: ({ case: { plans } }) => plans.length > 0 || { plans: 0 },
});

export const standardSet = caseRule('standard-set', {
  source: 'R14',
  clearedBy: 'town-leader',
  check: ({ plan, standard, case: { town } }) => !plan || plan.rewardFen === 0 || !!standard || { town },
});

export const halfNotWholeYuan = caseRule('half-not-whole-yuan', {
  source: 'A6',
  clearedBy: 'village-cadre',
  weight: 'warn',
  judgesInput: true,
  check: ({ plan }) => !plan || plan.subsidyFen % 200 === 0 || { have: plan.subsidyFen },
});

// Money of the town.

export const quotaRoom = caseRule('quota-room', {
  source: 'R18, A4',
  clearedBy: 'town-leader',
  check: (c) => {
    if (!c.plan) return true;
    const own = accountOf(c.ledger, c.caseId).reserved;
    const have = roomFen(c.ledger) + own.subsidyFen + own.rewardFen;
    const need = c.plan.subsidyFen + c.plan.rewardFen;
    if (need > have) return { have, need, quotaFen: c.ledger.allottedFen };
    return c.policy.pools === 'one' ? true : (overrunOfLines(c) ?? true);
  },
});

export const quotaRoomWarning = caseRule('quota-room', { ...quotaRoom, weight: 'warn', judgesInput: true });

export const quotaLines = caseRule('quota-lines', {
  source: 'R10',
  clearedBy: 'town-leader',
  weight: 'warn',
  check: (c) => overrunOfLines(c) ?? true,
});

// Who may sign, and what.

export const assignedVillage = assigned('village');
export const assignedTown = assigned('town');

export const assignedEither = caseRule('assigned-or-delegate', {
  source: 'R20, R34',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, case: { villageCadreId, townCadreId } }) =>
    actor.id === villageCadreId || actor.id === townCadreId || { assigned: [villageCadreId, townCadreId] },
});

export const signedContentCurrent = caseRule<SignInput>('signed-content-current', {
  source: 'R22, R24',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const current = currentPlan(c.case)?.contentHash ?? '';
    return given(c).contentHash === current || { signed: given(c).contentHash, current };
  },
});

export const attestationRead = caseRule<SignInput>('attestation-read', attests(BUDGET_ATTESTATION));

export const eligible = caseRule('eligible', {
  source: 'R3',
  clearedBy: 'bureau',
  check: ({ household, case: { year } }) => household.year === year || { year },
});

export const notFrozen = caseRule('not-frozen', {
  source: 'R36',
  clearedBy: 'town-leader',
  kind: 'stage',
  check: ({ case: { freezes } }) => freezes.length === 0 || { grounds: freezes },
});

export const twoPersons = caseRule('two-persons', {
  source: 'R22, A10',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, case: { signatures } }) =>
    actor.id !== signatures.village?.actorId || { villageSigner: actor.id },
});

export const townSignerNotDrafter = caseRule('town-signer-not-drafter', {
  source: 'R22',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, policy, case: state }) =>
    policy.townReviewerMayDraft || actor.id !== currentPlan(state)?.draftedBy || { drafter: actor.id },
});

export const targetCurrent = caseRule('target-current', {
  source: 'R30',
  clearedBy: 'village-cadre',
  check: ({ standard, case: state }) => {
    const plan = currentPlan(state);
    if (!plan || plan.rewardFen === 0 || plan.standardVersion === standard?.version) return true;
    return { have: plan.standardVersion, need: standard?.version ?? 0 };
  },
});

export const nextStepNotTaken = caseRule('own-signature-next-step-not-taken', {
  source: 'R20, R22',
  clearedBy: 'town-leader',
  kind: 'stage',
  check: ({ caseId, place, summary, case: state }) => {
    const planVersion = currentPlan(state)?.planVersion ?? 0;
    if (place !== 'cadre-signed' || !isUnderSeal(summary, caseId, planVersion)) return true;
    return { nextStep: 'SummarySealed', planVersion };
  },
});

/** The same rule for one's own signature: nobody takes back another person's. */
export const ownVillageSignature = ownSignature('village');
export const ownTownSignature = ownSignature('town');

/** Who returns a plan from where it stands: whoever is to sign or seal next. */
export const RETURNS_AT: Readonly<Record<string, Role>> = {
  'drafted.household-signed': 'village-cadre',
  'drafted.village-signed': 'town-cadre',
  'cadre-signed': 'town-leader',
};

/** Whether the actor has a role where the case is: the same role elsewhere is none here. */
export function holdsHere({ actor, unit }: OfficeContext, role: Role): boolean {
  return actor.grants.some((grant) => grant.role === role && covers(grant.territory, unit));
}

export const levelOfReturn = caseRule('level-of-return', {
  source: 'R22',
  clearedBy: 'nobody',
  kind: 'authority',
  check: (c) => {
    const needs = RETURNS_AT[c.place];
    return needs === undefined || holdsHere(c, needs) || { needs };
  },
});

export const reasonAndFields = caseRule<ReturnInput>('reason-and-fields', {
  source: 'R22, R23',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const { reasonCode, fields, text } = given(c);
    const missing = [
      reasonCode === '' && 'reasonCode',
      fields.length === 0 && 'fields',
      text === '' && 'text',
    ];
    return missing.every((each) => each === false) || { missing: missing.filter((each) => each !== false) };
  },
});

export const reasonGiven = caseRule<ReasonInput>('reason-given', {
  source: 'R20, R22',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).reason !== '' || { missing: ['reason'] },
});

export const groundsStated = caseRule<NoProjectInput>('reason-given', {
  source: 'R3, R13',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).text !== '' || { missing: ['text'] },
});

export const paperNamed = caseRule<FreezeInput>('reason-given', {
  source: 'R36',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).reference !== '' || { missing: ['docNo'] },
});

// Opening, assigning, ending.

export const cadresDiffer = caseRule<AssignCadresInput>('cadres-differ', {
  source: 'R20, R22',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: (c) => given(c).villageCadreId !== given(c).townCadreId || { person: given(c).townCadreId },
});

export const cadresHoldRoles = caseRule<AssignCadresInput>('cadres-hold-roles', {
  source: 'R20, R34',
  clearedBy: 'administrator',
  judgesInput: true,
  check: (c) => {
    const { villageCadreId, townCadreId } = given(c);
    const holds = (staffId: string, role: Role) =>
      c
        .staffOf(staffId)
        .grants.some((grant) => grant.role === role && covers(grant.territory, c.case.village));
    const missing = [
      holds(villageCadreId, 'village-cadre') ? [] : ['village-cadre'],
      holds(townCadreId, 'town-cadre') ? [] : ['town-cadre'],
    ].flat();
    return missing.length === 0 || { missing, unit: c.case.village };
  },
});

export const secondPerson = caseRule<NoProjectInput>('second-person', {
  source: 'R22, R36',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, case: { villageCadreId } }) =>
    (villageCadreId !== '' && actor.id !== villageCadreId) || { statedBy: villageCadreId },
});

export const noMoneyOut = caseRule('no-money-out', {
  source: 'A11',
  clearedBy: 'town-leader',
  kind: 'stage',
  check: ({ ledger, caseId }) => {
    const account = accountOf(ledger, caseId);
    const have = account.paid.subsidyFen + account.paid.rewardFen + unowedFenOf(account);
    return have === 0 || { have };
  },
});

/** A cadre ends only what has not gone beyond its own desk. */
export const withdrawalDesk = caseRule('withdrawal-desk', {
  source: 'R20',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: (c) => {
    const { stage } = c.subject;
    return stage === 'drafted' || holdsHere(c, 'town-cadre') || { stage, needs: 'town-cadre' };
  },
});

// Filing.

/** Before a sheet is named, any sealed one will do. */
export const inSealedSummary = caseRule<FilePlanInput>('in-sealed-summary', {
  source: 'R38, R23',
  clearedBy: 'town-leader',
  check: ({ caseId, summary, case: state, input }) => {
    const planVersion = currentPlan(state)?.planVersion ?? 0;
    const isUnder = isUnderSeal(summary, caseId, planVersion, input?.summaryNo);
    return isUnder || { planVersion, ...(input && { summaryNo: input.summaryNo }) };
  },
});

export const receiptNumber = caseRule<FilePlanInput>('receipt-number', {
  source: 'R23',
  clearedBy: 'bureau',
  judgesInput: true,
  check: (c) => {
    const { summaryNo, receiptNo } = given(c);
    const sheet = c.summary.sheets.find((each) => each.no === summaryNo);
    const planVersion = currentPlan(c.case)?.planVersion ?? 0;
    const isListed =
      sheet?.entries.some((entry) => entry.caseId === c.caseId && entry.planVersion === planVersion) ?? false;
    if (sheet?.returned.includes(c.caseId)) return { summaryNo, returned: c.caseId };
    if (isListed && sheet?.status === 'received' && sheet.receiptNo === receiptNo) return true;
    return { have: receiptNo, need: sheet?.receiptNo ?? '', summaryNo };
  },
});

export const allSignatures = caseRule('all-signatures', {
  source: 'R22, A10',
  clearedBy: 'town-cadre',
  check: ({ case: state }) => {
    const { contentHash } = currentPlan(state) ?? { contentHash: '' };
    const { household, village, town } = state.signatures;
    const stale = Object.entries({ household, village, town })
      .filter(([, signature]) => signature?.contentHash !== contentHash)
      .map(([whose]) => whose);
    return stale.length === 0 || { missing: stale };
  },
});

// Building and acceptance.

export const inTimeOrExtended = caseRule('in-time-or-extended', {
  source: 'R25, R31, A12',
  clearedBy: 'bureau',
  kind: 'stage',
  check: ({ today, policy, case: { extensions } }) => {
    const deadline = extensions['accept'] ?? policy.deadlines.accept;
    const isInTime = inTime(today, deadline, policy.deadlinesInclusive);
    return isInTime || { today, deadline, inclusive: policy.deadlinesInclusive };
  },
});

export const completedInTime = caseRule<{ readonly completedOn: string }>('in-time-or-extended', {
  source: 'R25, A12',
  clearedBy: 'bureau',
  kind: 'stage',
  judgesInput: true,
  check: (c) => {
    const deadline = c.case.extensions['build'] ?? c.policy.deadlines.build;
    const { completedOn } = given(c);
    if (completedOn > c.today) return { completedOn, notAfter: c.today };
    const isInTime = inTime(completedOn, deadline, c.policy.deadlinesInclusive);
    return isInTime || { completedOn, deadline, inclusive: c.policy.deadlinesInclusive };
  },
});

export const acceptedArithmetic = caseRule<AcceptanceInput>('line-arithmetic', {
  source: 'A5',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    const lines = given(c).lines.flatMap(({ lineNo, acceptedMilli, paidUnitPriceFen, acceptedFen }) => {
      const need = lineAmountFen(acceptedMilli, paidUnitPriceFen);
      return acceptedFen === need ? [] : [{ lineNo, have: acceptedFen, need }];
    });
    return lines.length === 0 || { lines };
  },
});

export const acceptedWithinFiled = caseRule<AcceptanceInput>('accepted-within-filed', {
  source: 'R24, A8',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    const filed = filedPlan(c.case)?.lines ?? [];
    const lines = given(c).lines.flatMap(({ lineNo, acceptedMilli }) => {
      const limit = filed[lineNo - 1]?.quantityMilli ?? 0;
      return acceptedMilli <= limit ? [] : [{ lineNo, have: acceptedMilli, limit }];
    });
    return lines.length === 0 || { lines };
  },
});

/** F3 has the rows of the filed plan, each once: what was not done stands there as not done. */
export const everyLineOnce = caseRule<AcceptanceInput>('every-line-once', {
  source: 'R28, A8',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    const filed = (filedPlan(c.case)?.lines ?? []).map((_line, index) => index + 1);
    const listed = given(c).lines.map(({ lineNo }) => lineNo);
    const missing = filed.filter((lineNo) => !listed.includes(lineNo));
    const beyond = listed.filter(
      (lineNo, index) => !filed.includes(lineNo) || listed.indexOf(lineNo) !== index,
    );
    return (missing.length === 0 && beyond.length === 0) || { missingLines: missing, extraLines: beyond };
  },
});

/** A home without lines earns a reward alone, and has nothing to show. */
export const completionPhotos = caseRule<CompletionInput>('photos-present', {
  source: 'R25, R36',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    const isNothingBuilt = (filedPlan(c.case)?.lines.length ?? 0) === 0;
    return isNothingBuilt || given(c).photos.length > 0 || { missing: ['photos'] };
  },
});

export const photosPresent = caseRule<AcceptanceInput>('photos-present', {
  source: 'R36',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => {
    const need = filedPlan(c.case)?.lines.length ? 1 : 0;
    const { photos, invoices } = given(c);
    const missing = [photos.length < need && 'photos', invoices.length < need && 'invoices'].filter(Boolean);
    return missing.length === 0 || { missing };
  },
});

export const acceptedContentCurrent = caseRule<SignInput>('signed-content-current', {
  source: 'R22, R24',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const current = c.case.acceptance?.contentHash ?? '';
    return given(c).contentHash === current || { signed: given(c).contentHash, current };
  },
});

export const acceptanceAttestationRead = caseRule<SignInput>(
  'attestation-read',
  attests(ACCEPTANCE_ATTESTATION),
);

export const twoAcceptors = caseRule<AcceptWorkInput>('two-acceptors', {
  source: 'R29',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, case: { acceptanceSignatures } }) =>
    actor.id !== acceptanceSignatures.village?.actorId || { villageAcceptor: actor.id },
});

export const acceptorDraftedIt = caseRule('acceptor-drafted-it', {
  source: 'R29',
  clearedBy: 'nobody',
  weight: 'mark',
  check: ({ case: state }) => {
    const drafter = filedPlan(state)?.draftedBy;
    return state.acceptanceSignatures.village?.actorId !== drafter || { drafter };
  },
});

export const rewardNeedsTargetMet = caseRule<AcceptWorkInput>('reward-needs-target-met', {
  source: 'R30, A7',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const plan = filedPlan(c.case);
    const income = c.case.acceptance?.income;
    if (!plan || !income) return true;
    const standard = c.town?.standards.find((each) => each.version === plan.standardVersion);
    const earned = rewardFor(standard, plan, income);
    const have = given(c).rewardFen;
    return (
      have === earned.rewardFen || {
        have,
        limit: earned.rewardFen,
        incomeFen: earned.incomeFen,
        targetFen: earned.targetFen,
      }
    );
  },
});

export const dueDate = caseRule<RectificationInput>('due-date', {
  source: 'R28',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).dueOn > c.today || { dueOn: given(c).dueOn, today: c.today },
});

// Freezing, extending, closing.

export const docNumber = caseRule<DocumentedInput>('doc-number', {
  source: 'R25, R36',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).docNo !== '' || { missing: ['docNo'] },
});

export const laterThanDeadline = caseRule<ExtensionInput>('later-than-deadline', {
  source: 'R25, R31',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    const { deadline, until } = given(c);
    const current = c.case.extensions[deadline] ?? c.policy.deadlines[deadline];
    return until > current || { until, deadline: current };
  },
});

export const groundSettled = caseRule('ground-settled', {
  source: 'R36',
  clearedBy: 'town-leader',
  kind: 'stage',
  check: ({ case: { freezes } }) => freezes.length === 0 || { grounds: freezes },
});

export const isFrozen = caseRule<UnfreezeInput>('ground-settled', {
  source: 'R36',
  clearedBy: 'nobody',
  kind: 'stage',
  judgesInput: true,
  check: (c) => c.case.freezes.includes(given(c).ground) || { ground: given(c).ground, open: c.case.freezes },
});

export const noticeComplete = caseRule('notice-complete', {
  source: 'R32',
  clearedBy: 'town-cadre',
  kind: 'stage',
  check: (c) => {
    const { filedVersion } = c.case;
    const missing = [
      hungInFull(c.villageResultNotice, c.caseId, filedVersion) ? [] : ['village'],
      hungInFull(c.townResultNotice, c.caseId, filedVersion) ? [] : ['town'],
    ].flat();
    return missing.length === 0 || { missing };
  },
});

export const photosReceived = caseRule('photos-received', {
  source: 'R33',
  clearedBy: 'bureau',
  kind: 'stage',
  check: (c) => {
    const missing = [
      c.villageResultNotice.photosReceived ? [] : ['village'],
      c.townResultNotice.photosReceived ? [] : ['town'],
    ].flat();
    return missing.length === 0 || { missing };
  },
});

export const noOpenRecovery = caseRule('no-open-recovery', {
  source: 'R36',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ case: { recoveries } }) => {
    const owedFen = sumFen(recoveries.map((each) => each.owedFen));
    return owedFen === 0 || { owedFen };
  },
});

export const tranchesStand = caseRule('first-tranche-standing', {
  source: 'A10',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ case: { reversed } }) => reversed.length === 0 || { reversed },
});

export const recoveryOpen = caseRule('recovery-open', {
  source: 'R36, A8',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ case: { recoveries } }) => recoveries.length > 0 || { owedFen: 0 },
});

export const notOverOwed = caseRule<RecoveryInput>('not-over-owed', {
  source: 'R36, A8',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) => {
    const { recoveryId, amountFen: have } = given(c);
    const limit = c.case.recoveries.find((each) => each.recoveryId === recoveryId)?.owedFen ?? 0;
    return (have > 0 && have <= limit) || { have, limit };
  },
});

export const receivedByToday = caseRule<RecoveryInput>('received-by-today', {
  source: 'R36',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).receivedOn <= c.today || { receivedOn: given(c).receivedOn, today: c.today },
});

function isReward(category: string): boolean {
  return category === 'reward';
}

function assigned(level: 'village' | 'town'): Rule<CaseContext> {
  return caseRule('assigned-or-delegate', {
    source: 'R20, R34',
    clearedBy: 'town-cadre',
    kind: 'authority',
    check: ({ actor, case: { villageCadreId, townCadreId } }) => {
      const assignedId = level === 'village' ? villageCadreId : townCadreId;
      return actor.id === assignedId || { assigned: [assignedId] };
    },
  });
}

function ownSignature(level: 'village' | 'town'): Rule<CaseContext> {
  return caseRule('own-signature-next-step-not-taken', {
    source: 'R22',
    clearedBy: 'nobody',
    kind: 'authority',
    check: ({ actor, case: { signatures } }) => {
      const signer = signatures[level]?.actorId;
      return signer === undefined || signer === actor.id || { signer };
    },
  });
}

function attests(sentence: Attestation) {
  return {
    source: 'R37',
    clearedBy: 'nobody',
    judgesInput: true,
    check: (c: OfficeContext<SignInput>) => given(c).attestation === sentence.text || { need: sentence.text },
  };
}

function overrunOfLines({ plan, ledger, caseId }: CaseContext) {
  if (!plan) return undefined;
  const own = accountOf(ledger, caseId).reserved;
  const subsidyHave = ledger.lines.subsidyFen - ledger.reserved.subsidyFen + own.subsidyFen;
  const rewardHave = ledger.lines.rewardFen - ledger.reserved.rewardFen + own.rewardFen;
  if (plan.subsidyFen > subsidyHave) return { line: 'subsidy', have: subsidyHave, need: plan.subsidyFen };
  if (plan.rewardFen > rewardHave) return { line: 'reward', have: rewardHave, need: plan.rewardFen };
  return undefined;
}

/** The rules a plan must meet when it is drafted. They judge what is filled in, and are silent before. */
export const draftedContentRules: readonly Rule<CaseContext<DraftPlanInput>>[] = [
  categoryClosedList,
  rewardNotALine,
  lineArithmetic,
  subsidyEqualsLines,
  subsidyCap,
  rewardCap,
  floatGrounds,
  planNotEmpty,
  standardSet,
].map((each) => ({ ...each, judgesInput: true }));
