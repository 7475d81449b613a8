import type { Fact, Proposal, Situation } from '@yihu/workflow';
import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from '../attestation';
import { contentHash } from '../content-hash';
import { given, officeContext, type OfficeContext } from '../context';
import type { HouseholdState } from '../household/state';
import { rewardFor, targetFenOf } from '../income';
import { ledgerFact } from '../ledger/facts';
import { accountOf } from '../ledger/state';
import { unpaidReleased } from '../ledger/unpaid';
import { firstTrancheFen } from '../money';
import { officeCommand } from '../office-command';
import type { ProgrammeState } from '../programme/state';
import { policyOn } from '../programme/state';
import type { Role, Signature } from '../shared';
import { payableFen } from './acceptance';
import { gatherCase, type CaseContext } from './context';
import { caseFact } from './facts';
import type * as inputs from './inputs';
import * as openingRules from './opening-rules';
import { recoveryOpened } from './recovery';
import * as rules from './rules';
import { CASE_WORKFLOW_VERSION, currentPlan, filedPlan, type PlanVersion } from './state';

// Opening and ending.

export interface OpenCaseContext extends OfficeContext<inputs.OpenCaseInput> {
  readonly household: HouseholdState;
  readonly programme: ProgrammeState;
}

export const openCase = officeCommand<OpenCaseContext>('openCase', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['CaseOpened'],
  gather: (read, situation, by) => {
    const subject = read.case(situation.subjectId);
    const { householdId, year } = (situation as Situation<inputs.OpenCaseInput>).input ?? subject.data;
    const household = read.household(householdId).data;
    const programme = read.programme(String(year)).data;
    const office = officeContext<inputs.OpenCaseInput>(situation, subject, household.village, by);
    return { ...office, household, programme, policyVersion: policyOn(programme, office.today)?.version };
  },
  rules: [openingRules.onRoster, openingRules.unitHasQuota],
  record: (c) => {
    const { householdCode, householdClass, town, village } = c.household;
    return {
      subject: [
        caseFact('CaseOpened', {
          ...given(c),
          householdCode,
          town,
          village,
          householdClass,
          policyVersion: c.policyVersion!,
          workflowVersion: CASE_WORKFLOW_VERSION,
        }),
      ],
    };
  },
});

export const assignCadres = officeCommand<CaseContext<inputs.AssignCadresInput>>('assignCadres', {
  on: 'case',
  by: ['town-cadre'],
  stages: ['drafted', 'cadre-signed', 'filed', 'first-tranche-paid', 'accepted', 'fully-paid'],
  staleAfter: ['CadresAssigned'],
  gather: gatherCase(),
  rules: [rules.cadresDiffer, rules.cadresHoldRoles],
  record: (c) => ({ subject: [caseFact('CadresAssigned', given(c))] }),
});

export const confirmNoProject = officeCommand<CaseContext<inputs.NoProjectInput>>('confirmNoProject', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['NoProjectConfirmed'],
  gather: gatherCase(),
  rules: [rules.assignedTown, rules.secondPerson, rules.groundsStated, rules.notFrozen],
  record: (c) => {
    const { reason, text, ...how } = given(c);
    const signature = {
      signer: 'household',
      ...how,
      attestationId: 'R3',
      contentHash: contentHash({ reason, text }),
    };
    const statedBy = c.case.villageCadreId;
    return {
      subject: [caseFact('NoProjectConfirmed', { reason, text, statedBy, signature })],
      gives: settle(c, 'no-project'),
    };
  },
});

export const withdrawCase = officeCommand<CaseContext<inputs.WithdrawCaseInput>>('withdrawCase', {
  on: 'case',
  by: ['village-cadre', 'town-cadre'],
  moves: ['CaseWithdrawn'],
  gather: gatherAs(({ subject }) => (subject.stage === 'drafted' ? undefined : 'town-cadre')),
  rules: [rules.withdrawalDesk, rules.noMoneyOut, rules.reasonGiven],
  record: (c) => {
    const { ground, reason: text } = given(c);
    const [settled] = settle(c, 'withdrawn');
    const facts = [...unpaidReleased(c.ledger, c.caseId, 'withdrawn'), ...settled!.facts];
    return { subject: [caseFact('CaseWithdrawn', { ground, text })], gives: [{ ...settled!, facts }] };
  },
});

export const closeCase = officeCommand<CaseContext<object>>('closeCase', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['CaseClosed'],
  gather: gatherCase(),
  rules: [
    rules.noticeComplete,
    rules.photosReceived,
    rules.noOpenRecovery,
    rules.groundSettled,
    rules.tranchesStand,
  ],
  record: (c) => {
    const { year, village, town } = c.case;
    const archive = { plan: filedPlan(c.case)?.contentHash, acceptance: c.case.acceptance?.contentHash };
    const noticeRefs = [`${year}-${village}-result`, `${year}-${town}-result`];
    return {
      subject: [caseFact('CaseClosed', { archiveHash: contentHash(archive), noticeRefs })],
      gives: settle(c, 'closed'),
    };
  },
});

// Drafting and the three signatures.

export const draftPlan = officeCommand<CaseContext<inputs.DraftPlanInput>>('draftPlan', {
  on: 'case',
  by: ['village-cadre', 'town-cadre'],
  moves: ['PlanDrafted'],
  gather: gatherCase<inputs.DraftPlanInput>((situation) => situation.input),
  rules: [rules.assignedEither, ...rules.draftedContentRules, rules.halfNotWholeYuan, rules.quotaRoomWarning],
  record: (c) => {
    const standard = given(c).rewardFen > 0 ? c.standard : undefined;
    const content = {
      ...given(c),
      planVersion: c.case.plans.length + 1,
      targetFen: standard ? targetFenOf(standard, given(c).subsidyFen) : 0,
      standardVersion: standard?.version ?? 0,
    };
    const hash = contentHash({ caseId: c.caseId, ...content });
    return { subject: [caseFact('PlanDrafted', { ...content, contentHash: hash })] };
  },
});

export const signAsHousehold = officeCommand<CaseContext<inputs.SignInput>>('signAsHousehold', {
  on: 'case',
  by: ['village-cadre'],
  moves: ['HouseholdSigned'],
  gather: gatherCase(),
  rules: [
    rules.assignedVillage,
    rules.signedContentCurrent,
    rules.attestationRead,
    rules.subsidyCap,
    rules.rewardCap,
    rules.planDrafted,
    rules.standardSet,
    rules.eligible,
    rules.notFrozen,
  ],
  record: (c) => ({
    subject: [
      caseFact('HouseholdSigned', {
        planVersion: planOf(c).planVersion,
        signature: signature(c, 'household'),
      }),
    ],
  }),
});

export const signAsVillage = officeCommand<CaseContext<inputs.SignInput>>('signAsVillage', {
  on: 'case',
  by: ['village-cadre'],
  moves: ['VillageCadreSigned'],
  gather: gatherCase(),
  rules: [rules.assignedVillage, rules.signedContentCurrent, rules.attestationRead, rules.notFrozen],
  record: (c) => ({
    subject: [
      caseFact('VillageCadreSigned', { planVersion: planOf(c).planVersion, signature: signature(c) }),
    ],
  }),
});

export const signAsTown = officeCommand<CaseContext<inputs.SignInput>>('signAsTown', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['TownCadreSigned'],
  gather: gatherCase(),
  rules: [
    rules.assignedTown,
    rules.signedContentCurrent,
    rules.attestationRead,
    rules.twoPersons,
    rules.townSignerNotDrafter,
    rules.targetCurrent,
    rules.subsidyCap,
    rules.rewardCap,
    rules.quotaRoom,
    rules.quotaLines,
    rules.notFrozen,
  ],
  record: (c) => {
    const { planVersion, subsidyFen, rewardFen } = planOf(c);
    const reserved = { subsidyFen, rewardFen };
    const cause = 'town-signature';
    return {
      takes: [
        toLedger(c, [ledgerFact('MoneyReserved', { caseId: c.caseId, planVersion, ...reserved, cause })]),
      ],
      subject: [caseFact('TownCadreSigned', { planVersion, signature: signature(c), reserved })],
    };
  },
});

export const withdrawHouseholdSignature = officeCommand<CaseContext<inputs.ReasonInput>>(
  'withdrawHouseholdSignature',
  {
    on: 'case',
    by: ['village-cadre'],
    moves: ['HouseholdSignatureWithdrawn'],
    gather: gatherCase(),
    rules: [rules.assignedVillage, rules.reasonGiven],
    record: (c) => ({
      subject: [caseFact('HouseholdSignatureWithdrawn', withdrawal(c))],
      gives: release(c, 'signature-withdrawn'),
    }),
  },
);

export const withdrawVillageSignature = officeCommand<CaseContext<inputs.ReasonInput>>(
  'withdrawVillageSignature',
  {
    on: 'case',
    by: ['village-cadre'],
    moves: ['VillageSignatureWithdrawn'],
    gather: gatherCase(),
    rules: [rules.ownVillageSignature, rules.reasonGiven],
    record: (c) => ({ subject: [caseFact('VillageSignatureWithdrawn', withdrawal(c))] }),
  },
);

export const withdrawTownSignature = officeCommand<CaseContext<inputs.ReasonInput>>('withdrawTownSignature', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['TownSignatureWithdrawn'],
  gather: gatherCase(),
  rules: [rules.ownTownSignature, rules.nextStepNotTaken, rules.reasonGiven],
  record: (c) => ({
    subject: [caseFact('TownSignatureWithdrawn', withdrawal(c))],
    gives: release(c, 'signature-withdrawn'),
  }),
});

const LEVELS = { 'village-cadre': 'village', 'town-cadre': 'town', 'town-leader': 'leader' } as const;

export const returnPlan = officeCommand<CaseContext<inputs.ReturnInput>>('returnPlan', {
  on: 'case',
  by: ['village-cadre', 'town-cadre', 'town-leader'],
  moves: ['PlanReturned'],
  gather: gatherAs(({ place }) => rules.RETURNS_AT[place]),
  rules: [rules.levelOfReturn, rules.reasonAndFields],
  record: (c) => ({
    subject: [
      caseFact('PlanReturned', {
        ...given(c),
        level: LEVELS[rules.RETURNS_AT[c.place] as keyof typeof LEVELS],
      }),
    ],
    gives: release(c, 'returned'),
  }),
});

// Filing.

export const filePlan = officeCommand<CaseContext<inputs.FilePlanInput>>('filePlan', {
  on: 'case',
  by: ['bureau'],
  moves: ['PlanFiled'],
  gather: gatherCase(),
  rules: [rules.inSealedSummary, rules.receiptNumber, rules.allSignatures, rules.notFrozen],
  record: (c) => {
    const { planVersion, subsidyFen } = planOf(c);
    const { summaryNo, receiptNo } = given(c);
    const filed = caseFact('PlanFiled', { planVersion, receiptNo, filedOn: c.paperOn ?? c.today, summaryNo });
    const isNothingDue = firstTrancheFen(subsidyFen) === 0;
    const notDue = caseFact('FirstTrancheNotDue', { reason: 'half-is-zero' });
    return { subject: isNothingDue ? [filed, notDue] : [filed] };
  },
});

export const returnFiling = officeCommand<CaseContext<inputs.ReturnInput>>('returnFiling', {
  on: 'case',
  by: ['bureau'],
  moves: ['FilingReturned'],
  gather: gatherCase(),
  rules: [rules.reasonAndFields],
  record: (c) => ({
    subject: [caseFact('FilingReturned', { ...given(c), level: 'bureau', ground: given(c).reasonCode })],
    gives: release(c, 'filing-returned'),
  }),
});

// Building and acceptance.

export const reportCompletion = officeCommand<CaseContext<inputs.CompletionInput>>('reportCompletion', {
  on: 'case',
  by: ['village-cadre'],
  moves: ['CompletionReported'],
  gather: gatherCase(),
  rules: [rules.assignedVillage, rules.completedInTime, rules.completionPhotos],
  record: (c) => ({ subject: [caseFact('CompletionReported', given(c))] }),
});

export const draftAcceptance = officeCommand<CaseContext<inputs.AcceptanceInput>>('draftAcceptance', {
  on: 'case',
  by: ['village-cadre', 'town-cadre'],
  moves: ['AcceptanceDrafted'],
  gather: gatherCase(),
  rules: [
    rules.assignedEither,
    rules.inTimeOrExtended,
    rules.acceptedArithmetic,
    rules.everyLineOnce,
    rules.acceptedWithinFiled,
    rules.photosPresent,
  ],
  record: (c) => {
    const hash = contentHash({ caseId: c.caseId, ...given(c) });
    return { subject: [caseFact('AcceptanceDrafted', { ...given(c), contentHash: hash })] };
  },
});

export const signAcceptanceAsHousehold = officeCommand<CaseContext<inputs.SignInput>>(
  'signAcceptanceAsHousehold',
  {
    on: 'case',
    by: ['village-cadre'],
    moves: ['AcceptanceHouseholdSigned'],
    gather: gatherCase(),
    rules: [rules.assignedVillage, rules.acceptedContentCurrent, rules.acceptanceAttestationRead],
    record: (c) => ({
      subject: [
        caseFact('AcceptanceHouseholdSigned', {
          contentHash: given(c).contentHash,
          signature: signature(c, 'household', ACCEPTANCE_ATTESTATION.id),
        }),
      ],
    }),
  },
);

export const signAcceptanceAsVillage = officeCommand<CaseContext<inputs.SignInput>>(
  'signAcceptanceAsVillage',
  {
    on: 'case',
    by: ['village-cadre'],
    moves: ['AcceptanceVillageSigned'],
    gather: gatherCase(),
    rules: [rules.assignedVillage, rules.acceptedContentCurrent, rules.acceptanceAttestationRead],
    record: (c) => ({
      subject: [
        caseFact('AcceptanceVillageSigned', {
          contentHash: given(c).contentHash,
          signature: signature(c, c.actor.id, ACCEPTANCE_ATTESTATION.id),
        }),
      ],
    }),
  },
);

export const orderRectification = officeCommand<CaseContext<inputs.RectificationInput>>(
  'orderRectification',
  {
    on: 'case',
    by: ['village-cadre', 'town-cadre'],
    moves: ['RectificationOrdered'],
    gather: gatherCase(),
    rules: [rules.assignedEither, rules.reasonAndFields, rules.dueDate],
    record: (c) => {
      const { fields, dueOn, text } = given(c);
      return { subject: [caseFact('RectificationOrdered', { fields, dueOn, text })] };
    },
  },
);

export const acceptWork = officeCommand<CaseContext<inputs.AcceptWorkInput>>('acceptWork', {
  on: 'case',
  by: ['town-cadre'],
  moves: ['WorkAccepted'],
  gather: gatherCase(),
  rules: [
    rules.assignedTown,
    rules.acceptedContentCurrent,
    rules.acceptanceAttestationRead,
    rules.twoAcceptors,
    rules.acceptorDraftedIt,
    rules.rewardNeedsTargetMet,
    rules.inTimeOrExtended,
    rules.notFrozen,
  ],
  record: (c) => {
    const plan = filedPlan(c.case)!;
    const draft = c.case.acceptance!;
    const standard = c.town?.standards.find((each) => each.version === plan.standardVersion);
    const reward = rewardFor(standard, plan, draft.income);
    const payable = payableFen(plan, draft.lines);
    const secondFen = Math.max(0, payable - c.case.firstPaidFen);
    const accepted = caseFact('WorkAccepted', {
      signature: signature(c, c.actor.id, ACCEPTANCE_ATTESTATION.id),
      payableFen: payable,
      secondFen,
      reward,
      sameAsDrafter: c.case.acceptanceSignatures.village?.actorId === plan.draftedBy,
      late: c.today > c.policy.deadlines.accept,
    });
    return {
      subject: [accepted, ...overpaid(c, payable), ...nothingDue(c, secondFen + reward.rewardFen)],
      gives: adjust(c, Math.max(payable, c.case.firstPaidFen), reward.rewardFen),
    };
  },
});

/**
 * Money paid too much comes back. What is asked back is always subsidy, and the town's promise stays used: what
 * came back is returned with the surplus.
 */
export const recordRecovery = officeCommand<CaseContext<inputs.RecoveryInput>>('recordRecovery', {
  on: 'case',
  by: ['town-finance'],
  staleAfter: ['RecoveryOpened', 'RecoveryReceived', 'RecoveryWaived'],
  gather: gatherCase(),
  rules: [rules.recoveryOpen, rules.notOverOwed, rules.receivedByToday],
  record: (c) => {
    const { recoveryId, amountFen, receivedOn } = given(c);
    const booked = { caseId: c.caseId, recoveryId, subsidyFen: amountFen, rewardFen: 0, receivedOn };
    return {
      subject: [caseFact('RecoveryReceived', given(c))],
      gives: [toLedger(c, [ledgerFact('RecoveryBooked', booked)])],
    };
  },
});

// Freezing and extending.

export const freezeCase = officeCommand<CaseContext<inputs.FreezeInput>>('freezeCase', {
  on: 'case',
  by: ['town-leader', 'bureau'],
  stages: ['drafted', 'cadre-signed', 'filed', 'first-tranche-paid', 'accepted', 'fully-paid'],
  staleAfter: ['CaseFrozen', 'CaseUnfrozen'],
  gather: gatherCase(),
  rules: [rules.paperNamed],
  record: (c) => ({ subject: [caseFact('CaseFrozen', given(c))] }),
});

export const unfreezeCase = officeCommand<CaseContext<inputs.UnfreezeInput>>('unfreezeCase', {
  on: 'case',
  by: ['town-leader', 'bureau'],
  staleAfter: ['CaseFrozen', 'CaseUnfrozen'],
  gather: gatherCase(),
  rules: [rules.isFrozen],
  record: (c) => ({ subject: [caseFact('CaseUnfrozen', given(c))] }),
});

export const grantExtension = officeCommand<CaseContext<inputs.ExtensionInput>>('grantExtension', {
  on: 'case',
  by: ['bureau'],
  stages: ['drafted', 'cadre-signed', 'filed', 'first-tranche-paid', 'accepted'],
  staleAfter: ['ExtensionGranted'],
  gather: gatherCase(),
  rules: [rules.docNumber, rules.laterThanDeadline],
  record: (c) => ({ subject: [caseFact('ExtensionGranted', given(c))] }),
});

/** Where the place of a case says in which role one acts, that is the role of the record, whatever else one is. */
function gatherAs<Input>(roleAt: (c: CaseContext) => Role | undefined) {
  const gather = gatherCase<Input>();
  return (...situation: Parameters<typeof gather>): CaseContext<Input> => {
    const context = gather(...situation);
    const role = roleAt(context);
    return role !== undefined && rules.holdsHere(context, role) ? Object.assign(context, { role }) : context;
  };
}

function planOf(c: CaseContext): PlanVersion {
  return currentPlan(c.case)!;
}

function signature(
  c: CaseContext<inputs.SignInput>,
  signer: string = c.actor.id,
  attestationId: string = BUDGET_ATTESTATION.id,
): Signature {
  const { contentHash: signed, method, relation, photo } = given(c);
  return {
    signer,
    method,
    attestationId,
    contentHash: signed,
    ...(relation !== undefined && { relation }),
    ...(photo !== undefined && { photo }),
  };
}

function withdrawal(c: CaseContext<inputs.ReasonInput>) {
  return { planVersion: planOf(c).planVersion, reason: given(c).reason };
}

function toLedger(c: CaseContext, facts: readonly Fact[]): Proposal {
  return { stream: `ledger-${c.ledgerId}`, facts };
}

function release(c: CaseContext, cause: string): readonly Proposal[] {
  return [toLedger(c, unpaidReleased(c.ledger, c.caseId, cause))];
}

function settle(c: CaseContext, final: string): readonly Proposal[] {
  const { paid } = accountOf(c.ledger, c.caseId);
  const paidFen = paid.subsidyFen + paid.rewardFen;
  return [toLedger(c, [ledgerFact('CaseSettled', { caseId: c.caseId, final, paidFen })])];
}

function adjust(c: CaseContext, subsidyFen: number, rewardFen: number): readonly Proposal[] {
  const { reserved } = accountOf(c.ledger, c.caseId);
  if (reserved.subsidyFen === subsidyFen && reserved.rewardFen === rewardFen) return [];
  const planVersion = c.case.filedVersion;
  const adjusted = { caseId: c.caseId, planVersion, subsidyFen, rewardFen, cause: 'accepted' };
  return [toLedger(c, [ledgerFact('ReservationAdjusted', adjusted)])];
}

/** Less was accepted than the first tranche paid: the difference is owed back (situation 4). */
function overpaid(c: CaseContext, payable: number): readonly Fact[] {
  const amountFen = c.case.firstPaidFen - payable;
  if (amountFen <= 0) return [];
  const recoveryId = contentHash({ caseId: c.caseId, commandId: c.commandId }).slice(0, 32);
  return [recoveryOpened({ recoveryId, ground: 'accepted-below-paid', amountFen }, c.today)];
}

/** A transfer of nothing is never sent to the bank (situation 23); a first tranche taken back is still owed. */
function nothingDue(c: CaseContext, dueFen: number): readonly Fact[] {
  if (dueFen > 0 || c.case.reversed.length > 0) return [];
  return [
    caseFact('FullyPaid', {
      subsidyPaidFen: c.case.firstPaidFen,
      rewardPaidFen: 0,
      obligation: { tranche: 2, seq: 1 },
      attempt: 0,
      valueOn: c.today,
      zeroReason: 'nothing-due',
      unpaid: [],
    }),
  ];
}
