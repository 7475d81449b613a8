import { firstTrancheFen, type CaseFacts, type Role } from '@yihu/domain';
import type { StoredEvent } from '@yihu/event-store';
import { caseTable, type CaseRow } from './case-list';
import { existing, subjectIdOf, type ReadModel, type Rows } from './read-model';
import {
  actedTable,
  putActed,
  putWaiting,
  worklistTable,
  type Deadline,
  type WaitReason,
  type Waiting,
} from './worklist-table';

/** It stands behind `caseList` in the list of models, whose row already knows the place after the event. */
export const caseWorklist: ReadModel = { kind: 'case', tables: [worklistTable, actedTable], project };

function project(event: StoredEvent, rows: Rows): void {
  const row = existing(rows.get(caseTable, subjectIdOf(event.stream)), event);
  const key = `case-${row.caseId}`;
  const { caseId: subjectId, year, town, village, policyVersion, planVersion, rewardFen } = row;
  putWaiting(rows, event, {
    key,
    kind: 'case',
    subjectId,
    year,
    town,
    village,
    policyVersion,
    amountFen: row.subsidyFen,
    rewardFen,
    planVersion,
    ...waitingOf(row),
  });
  putActed(rows, event, key, ACTS[event.type as keyof CaseFacts]);
}

/** What a case waits for where it stands, of which role, and of which person where one is assigned. */
export function waitingOf(row: CaseRow): WaitingCase {
  const waiting = WAITING[placeOf(row)]?.(row) ?? {};
  const reason = waiting.task ? reasonOf(row) : null;
  const { deadline } = waiting;
  const extensions = JSON.parse(row.extensions) as Readonly<Partial<Record<Deadline, string>>>;
  const extendedTo = (deadline && extensions[deadline]) ?? null;
  return { ...waiting, reason, extendedTo };
}

/** A case that waits for money waits for so much of it. */
type WaitingCase = Waiting & { readonly amountFen?: number; readonly rewardFen?: number };
type WaitingIn = (row: CaseRow) => WaitingCase;

const byRole =
  (role: Role, task: string, deadline: Deadline): WaitingIn =>
  () => ({ role, task, deadline });
const byVillage =
  (task: string, deadline: Deadline): WaitingIn =>
  ({ villageCadreId: staffId }) => ({ role: 'village-cadre', task, deadline, staffId });
const byTown =
  (task: string, deadline: Deadline): WaitingIn =>
  ({ townCadreId: staffId }) => ({ role: 'town-cadre', task, deadline, staffId });

const atBank: WaitingIn = () => ({ gate: 'batch' });
const toPay = { role: 'town-finance', task: 'draw', deadline: 'pay', grouped: 1 } as const;
const firstTranche: WaitingIn = ({ subsidyFen }) => ({
  ...toPay,
  gate: 'plan-notice',
  amountFen: firstTrancheFen(subsidyFen),
  rewardFen: 0,
});
const secondTranche: WaitingIn = ({ secondFen: amountFen, secondRewardFen: rewardFen }) => ({
  ...toPay,
  gate: 'second-tranche',
  amountFen,
  rewardFen,
});

/**
 * What a case waits for in each of its places; a change of a filed plan goes its own way beside it and is not in
 * here. The words are the last segments of the commands' paths. A plan has to be built by the day of the document,
 * so that day is its limit too (R25); the office's own day for plans is no limit for a plan that comes late.
 */
const WAITING: Readonly<Record<string, WaitingIn>> = {
  'drafted.editing': (row) => {
    if (row.townCadreId === null) return byRole('town-cadre', 'assign-cadres', 'build')(row);
    return byVillage(isDraftedAnew(row) ? 'sign-as-household' : 'draft-plan', 'build')(row);
  },
  'drafted.household-signed': byVillage('sign-as-village', 'build'),
  'drafted.village-signed': byTown('sign-as-town', 'build'),
  'cadre-signed': () => ({ role: 'town-cadre', task: 'draw', deadline: 'build', gate: 'sheet', grouped: 1 }),
  'filed.payable': firstTranche,
  'filed.instructed': atBank,
  'filed.bank-returned': firstTranche,
  'first-tranche-paid.building': (row) =>
    row.completedOn === null
      ? byVillage('report-completion', 'build')(row)
      : byVillage('draft-acceptance', 'accept')(row),
  'first-tranche-paid.inspected': byVillage('sign-acceptance-as-household', 'accept'),
  'first-tranche-paid.household-signed': byVillage('sign-acceptance-as-village', 'accept'),
  'first-tranche-paid.village-signed': byTown('accept-work', 'accept'),
  'first-tranche-paid.rectifying': (row) => ({
    ...byVillage('draft-acceptance', 'accept')(row),
    askedBy: row.rectifiedBy,
  }),
  'accepted.payable': secondTranche,
  'accepted.instructed': atBank,
  'accepted.bank-returned': secondTranche,
  'fully-paid': (row) =>
    row.owedFen > 0
      ? byRole('town-finance', 'record-recovery', 'photos')(row)
      : { ...byTown('close', 'photos')(row), gate: 'archive' },
};

/** The place without the region that a change of a filed plan has to itself. */
function placeOf({ place }: CaseRow): string {
  return /progress\.([a-z.-]+)/.exec(place)?.[1] ?? place;
}

function isDraftedAnew({ draftedRevision, returnedRevision }: CaseRow): boolean {
  return draftedRevision !== null && draftedRevision > (returnedRevision ?? -1);
}

function reasonOf(row: CaseRow): WaitReason | null {
  if (row.frozen === 1) return 'frozen';
  if (row.place.includes('bank-returned')) return 'bank-returned';
  if (row.place.includes('rectifying')) return 'rectifying';
  if (row.returnedRevision === null) return null;
  return isDraftedAnew(row) ? 'resubmitted' : 'returned';
}

/** The command that each fact comes of, where a person gave one: what they have done last. */
const ACTS: Readonly<Partial<Record<keyof CaseFacts, string>>> = {
  CaseOpened: 'open',
  CadresAssigned: 'assign-cadres',
  PlanDrafted: 'draft-plan',
  HouseholdSigned: 'sign-as-household',
  VillageCadreSigned: 'sign-as-village',
  TownCadreSigned: 'sign-as-town',
  HouseholdSignatureWithdrawn: 'withdraw-household-signature',
  VillageSignatureWithdrawn: 'withdraw-village-signature',
  TownSignatureWithdrawn: 'withdraw-town-signature',
  PlanReturned: 'return-plan',
  NoProjectConfirmed: 'confirm-no-project',
  PlanFiled: 'file-plan',
  FilingReturned: 'return-filing',
  TrancheInstructed: 'draw',
  InstructionCancelled: 'cancel',
  TrancheReturned: 'import-results',
  FirstTranchePaid: 'import-results',
  CompletionReported: 'report-completion',
  AcceptanceDrafted: 'draft-acceptance',
  AcceptanceHouseholdSigned: 'sign-acceptance-as-household',
  AcceptanceVillageSigned: 'sign-acceptance-as-village',
  RectificationOrdered: 'order-rectification',
  WorkAccepted: 'accept-work',
  CaseFrozen: 'freeze',
  CaseUnfrozen: 'unfreeze',
  ExtensionGranted: 'grant-extension',
  RecoveryReceived: 'record-recovery',
  CaseWithdrawn: 'withdraw',
  CaseClosed: 'close',
};
