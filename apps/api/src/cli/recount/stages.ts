/** The stages of a case by their ids, first the way of the office, then the endings. */
export const STAGES = [
  'drafted',
  'cadre-signed',
  'filed',
  'first-tranche-paid',
  'accepted',
  'fully-paid',
  'closed',
  'withdrawn',
  'terminated',
  'no-project',
] as const;

export type Stage = (typeof STAGES)[number];

/** The six stages before the endings. */
export const PASSED_STAGES = STAGES.slice(0, 6);

export type Place = Stage | 'unopened';

type Steps = Readonly<Partial<Record<Place, Stage>>>;

const leads = (to: Stage, ...from: readonly Place[]): Steps =>
  Object.fromEntries(from.map((place) => [place, to]));
const stays = (...places: readonly Stage[]): Steps =>
  Object.fromEntries(places.map((place) => [place, place]));

/** From which stage a fact leads to which: the auditor's own table, written from the programme document. */
const STEPS: Readonly<Record<string, Steps>> = {
  CaseOpened: leads('drafted', 'unopened'),
  CaseTransferred: stays('drafted'),
  PlanDrafted: stays('drafted'),
  HouseholdSigned: stays('drafted'),
  VillageCadreSigned: stays('drafted'),
  VillageSignatureWithdrawn: stays('drafted'),
  TownCadreSigned: leads('cadre-signed', 'drafted'),
  TownSignatureWithdrawn: leads('drafted', 'cadre-signed'),
  HouseholdSignatureWithdrawn: leads('drafted', 'drafted', 'cadre-signed'),
  PlanReturned: leads('drafted', 'drafted', 'cadre-signed'),
  NoProjectConfirmed: leads('no-project', 'drafted'),

  CompletionRequested: stays('cadre-signed'),
  CompletionSupplied: stays('cadre-signed'),
  PlanFiled: leads('filed', 'cadre-signed'),
  FilingReturned: leads('drafted', 'cadre-signed', 'filed'),

  AmendmentDrafted: stays('filed', 'first-tranche-paid'),
  AmendmentHouseholdSigned: stays('filed', 'first-tranche-paid'),
  AmendmentVillageCadreSigned: stays('filed', 'first-tranche-paid'),
  AmendmentTownCadreSigned: stays('filed', 'first-tranche-paid'),
  AmendmentHouseholdSignatureWithdrawn: stays('filed', 'first-tranche-paid'),
  AmendmentVillageSignatureWithdrawn: stays('filed', 'first-tranche-paid'),
  AmendmentTownSignatureWithdrawn: stays('filed', 'first-tranche-paid'),
  AmendmentReturned: stays('filed', 'first-tranche-paid'),
  AmendmentFiled: stays('filed', 'first-tranche-paid'),
  AmendmentDropped: stays('filed', 'first-tranche-paid'),

  TrancheInstructed: stays('filed', 'accepted'),
  InstructionCancelled: stays('filed', 'accepted'),
  TrancheReturned: stays('filed', 'accepted'),
  FirstTranchePaid: leads('first-tranche-paid', 'filed'),
  FirstTrancheNotDue: leads('first-tranche-paid', 'filed'),

  CompletionReported: stays('first-tranche-paid'),
  AcceptanceDrafted: stays('first-tranche-paid'),
  AcceptanceHouseholdSigned: stays('first-tranche-paid'),
  AcceptanceVillageSigned: stays('first-tranche-paid'),
  AcceptanceSignatureWithdrawn: stays('first-tranche-paid'),
  RectificationOrdered: stays('first-tranche-paid'),
  WorkAccepted: leads('accepted', 'first-tranche-paid'),
  AcceptanceCorrected: leads('accepted', 'accepted', 'fully-paid'),

  FullyPaid: leads('fully-paid', 'accepted'),
  SecondTrancheReopened: leads('accepted', 'fully-paid'),

  CaseClosed: leads('closed', 'fully-paid'),
  CaseWithdrawn: leads('withdrawn', 'drafted', 'cadre-signed', 'filed'),
  CaseTerminated: leads('terminated', 'first-tranche-paid', 'accepted'),
  CaseReopened: { closed: 'fully-paid', withdrawn: 'drafted', 'no-project': 'drafted' },
};

/** Facts that move nothing and may stand anywhere in a case that is open. */
const NOTES: ReadonlySet<string> = new Set([
  'CadresAssigned',
  'TrancheReversed',
  'TrancheConfirmedLate',
  'TrancheReissued',
  'CaseFrozen',
  'CaseUnfrozen',
  'ExtensionGranted',
  'RecoveryOpened',
  'RecoveryReceived',
  'RecoveryWaived',
  'SpotCheckRecorded',
  'DecisionAbandoned',
]);

export interface Step {
  readonly to: Place;
  readonly isInOrder: boolean;
}

/** Where a fact leads from a place. Out of order, it still leads where it leads to from elsewhere. */
export function stepFrom(place: Place, type: string): Step {
  if (NOTES.has(type)) return { to: place, isInOrder: place !== 'unopened' || type === 'DecisionAbandoned' };
  const steps = STEPS[type] ?? {};
  const to = steps[place];
  if (to) return { to, isInOrder: true };
  const move = Object.entries(steps).find(([from, target]) => from !== target);
  return { to: move?.[1] ?? place, isInOrder: false };
}
