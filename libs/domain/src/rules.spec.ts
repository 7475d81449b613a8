import type { Rule } from '@yihu/workflow';
import { caseFact } from './case/facts';
import { claimFact } from './claim/facts';
import { commonRules, type OfficeContext } from './context';
import { rulebook } from './rulebook';
import { staffFact } from './staff/facts';
import type { Desk, Wish } from './testing/desk';
import {
  acceptanceOf,
  acceptanceSignature,
  budgetSignature,
  caseState,
  leg,
  LEDGER,
  ON,
  openOffice,
  PLAN,
  planOf,
  resultsFor,
  TOWN,
  VILLAGE,
  YEAR,
} from './testing';
import type { PaymentState } from './payment/state';

type Attempt = readonly [Desk, subjectId: string, Wish];
type Row = readonly [rule: string, command: string, arrange: () => Attempt];

const RETURN = { reasonCode: 'wrong-price', fields: ['lines.1.unitPriceFen'], text: 'sealed.text' };
const STANDARD = {
  unit: TOWN,
  basis: 'absolute',
  tiers: [{ fromFen: 1, rewardPermille: 1000 }],
  setOn: '2024-03-01',
  docNo: '1',
};
const SURPLUS = { amountFen: 68_000, returnedOn: '2024-06-30', docNo: '渝北财〔2024〕9号' };
const RECOVERED = { recoveryId: 'r', amountFen: 1, how: 'transfer', receivedOn: '2024-06-20' } as const;
const NOTICE = { year: 2024, unit: VILLAGE, kind: 'plan', place: '公示栏', postedOn: '2024-04-01' };
const VILLAGE_NOTICE = `${YEAR}-${VILLAGE}-plan`;
const DRAWN = { year: 2024, town: TOWN, tranche: 1 as const };

/** Drafting a plan that differs from a good one in one thing. */
function drafting(plan: object): () => Attempt {
  return () => {
    const desk = openOffice();
    return [desk, leg.open(desk), { by: 'V1', at: ON.draft, input: plan }];
  };
}

function withLine(changes: object): object {
  return { ...PLAN, lines: [{ ...PLAN.lines[0], ...changes }, PLAN.lines[1]] };
}

/** An attempt on a case that has come as far as a leg takes it. */
function on(
  reach: (desk: Desk) => string,
  wish: (desk: Desk, caseId: string) => Wish,
  options: Parameters<typeof openOffice>[0] = {},
): () => Attempt {
  return () => {
    const desk = openOffice(options);
    const caseId = reach(desk);
    return [desk, caseId, wish(desk, caseId)];
  };
}

const drafted = (desk: Desk) => {
  const caseId = leg.open(desk);
  leg.draft(desk, caseId);
  return caseId;
};
const householdSigned = (desk: Desk) => {
  const caseId = drafted(desk);
  leg.signAsHousehold(desk, caseId);
  return caseId;
};
const villageSigned = (desk: Desk) => {
  const caseId = householdSigned(desk);
  leg.signAsVillage(desk, caseId);
  return caseId;
};
const inspected = (desk: Desk) => {
  const caseId = leg.toFirstTranchePaid(desk);
  leg.inspect(desk, caseId);
  return caseId;
};
/** The household has signed F3, and nobody else. */
const acceptanceAgreed = (desk: Desk) => {
  const caseId = inspected(desk);
  const input = acceptanceSignature(desk, caseId);
  desk.do('signAcceptanceAsHousehold', caseId, { by: 'V1', at: ON.accepted, input });
  return caseId;
};
const acceptanceSigned = (desk: Desk) => {
  const caseId = inspected(desk);
  leg.signAcceptance(desk, caseId);
  return caseId;
};
const frozen = (reach: (desk: Desk) => string) => (desk: Desk) => {
  const caseId = reach(desk);
  desk.do('freezeCase', caseId, { by: 'L1', at: ON.town, input: { ground: 'finding', reference: '1' } });
  return caseId;
};
const signing =
  (by: string, at: string, changes: object = {}) =>
  (desk: Desk, caseId: string) => ({
    by,
    at,
    input: { ...budgetSignature(desk, caseId), ...changes },
  });
const accepting =
  (by: string, at: string, changes: object = {}) =>
  (desk: Desk, caseId: string) => ({
    by,
    at,
    input: { ...acceptanceSignature(desk, caseId), rewardFen: PLAN.rewardFen, ...changes },
  });
const wish =
  (by: string, at: string, input: object = {}) =>
  () => ({ by, at, input });

/** A batch attempt: what is drawn, changed or imported. */
function paying(
  arrange: (desk: Desk, caseId: string) => Wish,
  reach: (desk: Desk) => string = leg.toFiled,
): () => Attempt {
  return () => {
    const desk = openOffice();
    const caseId = reach(desk);
    return [desk, 'p1', arrange(desk, caseId)];
  };
}
const drawing =
  (by = 'N1') =>
  (_desk: Desk, caseId: string) => ({ by, at: ON.drawn, input: { ...DRAWN, caseIds: [caseId] } });
const batch = (desk: Desk) => desk.folded('payment-p1').data as PaymentState;
const released = (desk: Desk, caseId: string) => {
  leg.draw(desk, 1, 'p1', caseId);
  leg.release(desk, 'p1', ON.paid);
};

const ROWS: readonly Row[] = [
  // Common to every command.
  ['role-held', 'draftPlan', on(leg.open, wish('N1', ON.draft, PLAN))],
  ['in-territory', 'draftPlan', on(leg.open, wish('V2', ON.draft, PLAN))],
  [
    'paper-order',
    'draftPlan',
    on(leg.open, () => ({ by: 'V1', at: ON.draft, paperOn: '2024-03-16', input: PLAN })),
  ],
  ['right-stage', 'signAsVillage', on(drafted, signing('V1', ON.village))],

  // The programme.
  [
    'one-programme-a-year',
    'openProgramme',
    () => [openOffice(), YEAR, { by: 'B1', at: ON.roster, input: { district: '500112' } }],
  ],
  [
    'unit-in-programme',
    'allotTown',
    () => [
      openOffice(),
      YEAR,
      { by: 'B1', at: ON.roster, input: { unit: '500112999', households: 1, quotaFen: 300_000 } },
    ],
  ],
  [
    'one-allotment-a-unit',
    'allotTown',
    () => [
      openOffice(),
      YEAR,
      { by: 'B1', at: ON.roster, input: { unit: TOWN, households: 1, quotaFen: 300_000 } },
    ],
  ],
  [
    'allotments-sum',
    'allotTown',
    () => [
      openOffice(),
      YEAR,
      { by: 'B1', at: ON.roster, input: { unit: TOWN, households: 2, quotaFen: 300_000 } },
    ],
  ],
  [
    'unit-has-quota',
    'setIncomeStandard',
    () => [openOffice(), YEAR, { by: 'L1', at: ON.roster, input: { ...STANDARD, unit: '500112999' } }],
  ],
  [
    'tiers-well-formed',
    'setIncomeStandard',
    () => [
      openOffice(),
      YEAR,
      { by: 'L1', at: ON.roster, input: { ...STANDARD, tiers: [{ fromFen: 1, rewardPermille: 900 }] } },
    ],
  ],
  [
    'standard-before-signature',
    'setIncomeStandard',
    () => [openOffice(), YEAR, { by: 'L1', at: ON.standard, input: { ...STANDARD, setOn: '2024-03-02' } }],
  ],
  [
    'roster-count',
    'closeRoster',
    () => [openOffice(), YEAR, { by: 'B1', at: ON.roster, input: { unit: TOWN, count: 3, listHash: '' } }],
  ],

  [
    'programme-open',
    'closeRoster',
    () => [ended(), YEAR, { by: 'B1', at: ON.closed, input: { unit: TOWN, count: 1, listHash: '' } }],
  ],
  [
    'programme-open',
    'allotTown',
    () => [
      ended(),
      YEAR,
      { by: 'B1', at: ON.closed, input: { unit: TOWN, households: 1, quotaFen: 300_000 } },
    ],
  ],
  [
    'programme-open',
    'setIncomeStandard',
    () => [ended(), YEAR, { by: 'L1', at: ON.closed, input: STANDARD }],
  ],
  ['programme-open', 'closeProgramme', () => [ended(), YEAR, { by: 'B1', at: ON.closed }]],
  [
    'unit-has-quota',
    'closeRoster',
    () => [
      openOffice(),
      YEAR,
      { by: 'B1', at: ON.roster, input: { unit: '500112999', count: 1, listHash: '' } },
    ],
  ],
  ['towns-closed', 'closeProgramme', () => [openOffice(), YEAR, { by: 'B1', at: ON.closed }]],

  // The town's ledger at the end.
  ['town-open', 'closeTown', () => [ended(), LEDGER, { by: 'L1', at: ON.closed }]],
  ['all-settled', 'closeTown', () => [openOffice(), LEDGER, { by: 'L1', at: ON.closed }]],
  ['all-settled', 'closeTown', rosterStillOpen],
  ['no-live-authorisation', 'closeTown', onLedger((desk) => leg.draw(desk, 1, 'p1', leg.toFiled(desk)))],
  ['reserved-equals-paid', 'closeTown', onLedger((desk) => leg.toFirstTranchePaid(desk))],
  ['surplus-returned', 'closeTown', onLedger(leg.toClosed)],
  ['town-open', 'returnSurplus', () => [ended(), LEDGER, { by: 'N1', at: ON.closed, input: SURPLUS }]],
  ['all-settled', 'returnSurplus', () => [openOffice(), LEDGER, { by: 'N1', at: ON.closed, input: SURPLUS }]],
  [
    'no-live-authorisation',
    'returnSurplus',
    onLedger((desk) => leg.draw(desk, 1, 'p1', leg.toFiled(desk)), 'N1', SURPLUS),
  ],
  ['reserved-equals-paid', 'returnSurplus', onLedger((desk) => leg.toFirstTranchePaid(desk), 'N1', SURPLUS)],
  ['not-over-surplus', 'returnSurplus', returning({ amountFen: 300_000 - 232_000 + 1 })],
  ['not-over-surplus', 'returnSurplus', returning({ amountFen: 0 })],
  ['doc-number', 'returnSurplus', returning({ docNo: '' })],
  ['returned-by-today', 'returnSurplus', returning({ returnedOn: '2024-07-01' })],

  // Staff.
  [
    'staff-registered-once',
    'registerStaff',
    () => [openOffice(), 'V1', { by: 'M1', at: ON.roster, input: { name: 's', office: 'x', unit: VILLAGE } }],
  ],
  [
    'staff-registered',
    'grantRole',
    () => [
      openOffice(),
      'nobody',
      { by: 'M2', at: ON.roster, input: { role: 'bureau', territory: '500112' } },
    ],
  ],
  [
    'second-person',
    'grantRole',
    () => [openOffice(), 'V1', { by: 'M1', at: ON.roster, input: { role: 'bureau', territory: '500112' } }],
  ],
  [
    'pay-roles-apart',
    'grantRole',
    () => [openOffice(), 'V1', { by: 'M2', at: ON.roster, input: { role: 'town-finance', territory: TOWN } }],
  ],
  [
    'staff-registered-once',
    'appointAdministrator',
    () => [
      openOffice(),
      'M1',
      { by: 'operator', at: ON.roster, input: { name: 's', office: 'x', unit: '500112' } },
    ],
  ],

  // Households and accounts.
  ['household-registered-once', 'registerHousehold', () => [openOffice(), 'h1', registering({})]],
  ['roster-open', 'registerHousehold', () => [openOffice(), 'h9', registering({})]],
  [
    'identity-unique',
    'registerHousehold',
    () => [openOffice(), 'h9', registering({ identityFingerprint: 'f1' })],
  ],
  ['identity-region', 'registerHousehold', notDemo],
  ['on-roster', 'proposeAccount', () => [openOffice(), 'h9', proposing({})]],
  [
    'holder-in-household',
    'proposeAccount',
    () => [openOffice(), 'h1', proposing({ holderRelation: 'other' })],
  ],
  ['account-unique', 'proposeAccount', () => [openOffice(), 'h1', proposing({ fingerprint: 'a2' })]],
  ['no-live-instruction', 'proposeAccount', instructedThen((desk) => [desk, 'h1', proposing({})])],
  [
    'account-proposed',
    'designateAccount',
    () => [openOffice(), 'h1', { by: 'T1', at: ON.roster, input: {} }],
  ],
  ['second-person', 'designateAccount', sameDesignator],
  ['account-unique', 'designateAccount', claimedMeanwhile],
  [
    'no-live-instruction',
    'designateAccount',
    instructedThen((desk) => [desk, 'h1', { by: 'T1', at: ON.paid, input: {} }]),
  ],

  ['on-roster', 'recordDeath', () => [openOffice(), 'h9', dying({})]],
  ['doc-number', 'recordDeath', () => [openOffice(), 'h1', dying({ docNo: '' })]],
  ['died-by-today', 'recordDeath', () => [openOffice(), 'h1', dying({ diedOn: '2024-05-11' })]],

  // Opening and ending a case.
  [
    'on-roster',
    'openCase',
    () => [openOffice(), '2024-h9', { by: 'T1', at: ON.roster, input: { year: 2024, householdId: 'h9' } }],
  ],
  [
    'unit-has-quota',
    'openCase',
    () => [openOffice(), '2024-h9', { by: 'T1', at: ON.roster, input: { year: 2024, householdId: 'h9' } }],
  ],
  ['right-stage', 'openCase', on(leg.open, wish('T1', ON.draft, { year: 2024, householdId: 'h1' }))],
  [
    'cadres-differ',
    'assignCadres',
    on(leg.open, wish('T1', ON.draft, { villageCadreId: 'T1', townCadreId: 'T1', reason: '' })),
  ],
  [
    'cadres-hold-roles',
    'assignCadres',
    on(leg.open, wish('T1', ON.draft, { villageCadreId: 'V2', townCadreId: 'nobody', reason: '' })),
  ],
  ['second-person', 'confirmNoProject', selfStated],
  [
    'assigned-or-delegate',
    'confirmNoProject',
    on(leg.open, wish('T2', ON.draft, { reason: 'no-wish', text: 's', method: 'paper' })),
  ],
  [
    'not-frozen',
    'confirmNoProject',
    on(frozen(leg.open), wish('T1', ON.town, { reason: 'no-wish', text: 's', method: 'paper' })),
  ],
  [
    'reason-given',
    'confirmNoProject',
    on(leg.open, wish('T1', ON.draft, { reason: 'no-wish', text: '', method: 'paper' })),
  ],
  ['reason-given', 'withdrawCase', on(leg.open, wish('V1', ON.draft, { ground: 'declined', reason: '' }))],
  ['reason-given', 'freezeCase', on(leg.open, wish('L1', ON.draft, { ground: 'finding', reference: '' }))],
  [
    'withdrawal-desk',
    'withdrawCase',
    on(leg.toCadreSigned, wish('V1', ON.seal, { ground: 'declined', reason: 's' })),
  ],
  [
    'no-money-out',
    'withdrawCase',
    on(leg.toFirstTranchePaid, wish('T1', ON.built, { ground: 'declined', reason: 's' })),
  ],

  // What may be in a plan.
  ['assigned-or-delegate', 'draftPlan', on(leg.open, wish('T2', ON.draft, PLAN))],
  ['category-closed-list', 'draftPlan', drafting(withLine({ category: 'tuition' }))],
  ['reward-not-a-line', 'draftPlan', drafting(withLine({ category: 'reward' }))],
  ['line-arithmetic', 'draftPlan', drafting(withLine({ amountFen: 36_001 }))],
  ['subsidy-equals-lines', 'draftPlan', drafting({ ...PLAN, subsidyFen: PLAN.subsidyFen + 1 })],
  ['subsidy-cap', 'draftPlan', drafting(planOf(400_001))],
  ['reward-cap', 'draftPlan', drafting(planOf(200_000, 200_001))],
  ['float-grounds', 'draftPlan', drafting({ ...PLAN, grounds: undefined })],
  ['plan-not-empty', 'draftPlan', drafting({ ...PLAN, lines: [], subsidyFen: 0, rewardFen: 0 })],
  ['standard-set', 'draftPlan', withoutStandard],
  ['half-not-whole-yuan', 'draftPlan', drafting(planOf(199_999))],
  ['quota-room', 'draftPlan', tightQuota('draftPlan')],

  // The three signatures.
  ['assigned-or-delegate', 'signAsHousehold', on(reassigned(drafted), signing('V1', ON.draft))],
  [
    'signed-content-current',
    'signAsHousehold',
    on(drafted, signing('V1', ON.draft, { contentHash: 'older' })),
  ],
  ['attestation-read', 'signAsHousehold', on(drafted, signing('V1', ON.draft, { attestation: '属实。' }))],
  ['subsidy-cap', 'signAsHousehold', lowerCap({ subsidyCapFen: 100_000 })],
  ['reward-cap', 'signAsHousehold', lowerCap({ rewardCapFen: 50_000 })],
  ['plan-not-empty', 'signAsHousehold', on(leg.open, signing('V1', ON.draft))],
  ['standard-set', 'signAsHousehold', on(standardGone, signing('V1', ON.draft))],
  ['eligible', 'signAsHousehold', ofAnotherYear],
  ['assigned-or-delegate', 'signAsVillage', on(reassigned(householdSigned), signing('V1', ON.town))],
  [
    'signed-content-current',
    'signAsVillage',
    on(householdSigned, signing('V1', ON.village, { contentHash: 'older' })),
  ],
  ['attestation-read', 'signAsVillage', on(householdSigned, signing('V1', ON.village, { attestation: '' }))],
  [
    'signed-content-current',
    'signAsTown',
    on(villageSigned, signing('T1', ON.town, { contentHash: 'older' })),
  ],
  ['attestation-read', 'signAsTown', on(villageSigned, signing('T1', ON.town, { attestation: '' }))],
  ['subsidy-cap', 'signAsTown', lowerCap({ subsidyCapFen: 100_000 }, villageSigned, signing('T1', ON.town))],
  ['reward-cap', 'signAsTown', lowerCap({ rewardCapFen: 50_000 }, villageSigned, signing('T1', ON.town))],
  ['not-frozen', 'signAsHousehold', on(frozen(drafted), signing('V1', ON.town))],
  ['not-frozen', 'signAsVillage', on(frozen(householdSigned), signing('V1', ON.town))],
  ['assigned-or-delegate', 'signAsTown', on(villageSigned, signing('T2', ON.town))],
  ['two-persons', 'signAsTown', samePerson],
  ['town-signer-not-drafter', 'signAsTown', on(draftedByTown, signing('T1', ON.town))],
  ['target-current', 'signAsTown', on(standardChanged, signing('T1', ON.town))],
  ['quota-room', 'signAsTown', tightQuota('signAsTown')],
  [
    'quota-lines',
    'signAsTown',
    on((desk) => villageSignedWith(desk, planOf(100_000, 200_000)), signing('T1', ON.town), {
      households: 1,
    }),
  ],
  ['not-frozen', 'signAsTown', on(frozen(villageSigned), signing('T1', ON.town))],

  // Taking back and returning.
  [
    'assigned-or-delegate',
    'withdrawHouseholdSignature',
    on(reassigned(householdSigned), wish('V1', ON.town, { reason: 's' })),
  ],
  ['reason-given', 'withdrawVillageSignature', on(villageSigned, wish('V1', ON.town, { reason: '' }))],
  ['reason-given', 'withdrawTownSignature', on(leg.toCadreSigned, wish('T1', ON.seal, { reason: '' }))],
  ['reason-given', 'withdrawHouseholdSignature', on(householdSigned, wish('V1', ON.village, { reason: '' }))],
  [
    'own-signature-next-step-not-taken',
    'withdrawVillageSignature',
    on(reassigned(villageSigned), wish('V3', ON.town, { reason: 's' })),
  ],
  [
    'own-signature-next-step-not-taken',
    'withdrawTownSignature',
    on(leg.toCadreSigned, wish('T2', ON.seal, { reason: 's' })),
  ],
  [
    'own-signature-next-step-not-taken',
    'withdrawTownSignature',
    on(sealed, wish('T1', ON.posted, { reason: 's' })),
  ],
  ['level-of-return', 'returnPlan', on(villageSigned, wish('V1', ON.town, RETURN))],
  ['reason-and-fields', 'returnPlan', on(villageSigned, wish('T1', ON.town, { ...RETURN, fields: [] }))],
  [
    'reason-and-fields',
    'returnFiling',
    on(leg.toCadreSigned, wish('B1', ON.filed, { ...RETURN, reasonCode: '' })),
  ],

  // The town summary and filing.
  [
    'entries-cadre-signed',
    'drawSummary',
    summing(villageSigned, (caseIds) => ({ year: 2024, town: TOWN, caseIds }), 'T1'),
  ],
  [
    'not-in-two-sheets',
    'drawSummary',
    summing(sealed, (caseIds) => ({ year: 2024, town: TOWN, caseIds }), 'T1'),
  ],
  [
    'summary-unsealed',
    'sealSummary',
    summing(sealed, () => ({ no: 1, hash: '', method: 'paper', sealPhoto: '' }), 'L1'),
  ],
  [
    'entries-current',
    'sealSummary',
    summing(drawnThenWithdrawn, () => ({ no: 1, hash: '', method: 'paper', sealPhoto: '' }), 'L1'),
  ],
  [
    'manifest-matches',
    'sealSummary',
    summing(drawn, () => ({ no: 1, hash: 'other', method: 'paper', sealPhoto: '' }), 'L1'),
  ],
  [
    'even-split-explained',
    'sealSummary',
    summing(drawn, () => ({ no: 1, hash: '', method: 'paper', sealPhoto: '' }), 'L1'),
  ],
  [
    'leader-not-signer',
    'sealSummary',
    summing(drawnByLeader, () => ({ no: 1, hash: '', method: 'paper', sealPhoto: '' }), 'T1'),
  ],
  ['not-in-two-sheets', 'sealSummary', twiceDrawn],
  ['not-received', 'voidSummary', summing(leg.toFiled, () => ({ no: 1, reason: '' }), 'L1')],
  ['summary-sealed', 'submitSummary', summing(drawn, () => ({ no: 1 }), 'T1')],
  [
    'summary-submitted',
    'receiveSummary',
    summing(sealed, () => ({ no: 1, receiptNo: '1', returned: [] }), 'B1'),
  ],
  ['receipt-number', 'receiveSummary', receiptTaken],
  [
    'in-sealed-summary',
    'filePlan',
    on(leg.toCadreSigned, wish('B1', ON.filed, { summaryNo: 1, receiptNo: '1' })),
  ],
  ['receipt-number', 'filePlan', on(sealed, wish('B1', ON.filed, { summaryNo: 1, receiptNo: '1' }))],
  [
    'receipt-number',
    'filePlan',
    on(returnedByBureau, wish('B1', ON.filed, { summaryNo: 1, receiptNo: '1' })),
  ],
  [
    'all-signatures',
    'filePlan',
    on(signedOtherContent, wish('B1', ON.filed, { summaryNo: 1, receiptNo: '1' })),
  ],
  [
    'not-frozen',
    'filePlan',
    on(frozen(leg.toCadreSigned), wish('B1', ON.filed, { summaryNo: 1, receiptNo: '1' })),
  ],

  // Notices.
  ['entries-current', 'postNotice', posting(drafted, '2024-04-01')],
  ['posted-by-today', 'postNotice', posting(villageSigned, '2024-04-02')],
  ['backfill-days', 'postNotice', posting(villageSigned, '2024-03-24')],
  ['posted-after-signature', 'postNotice', posting(signedLate, '2024-03-31')],
  [
    'taken-by-today',
    'addNoticePhoto',
    hung(posted, ON.posted, { posting: 1, which: 'start', hash: 'x', takenOn: '2024-04-02' }),
  ],
  [
    'notice-hanging',
    'addNoticePhoto',
    hung(leg.toFiled, ON.filed, { posting: 1, which: 'end', hash: 'x', takenOn: '2024-04-09' }),
  ],
  ['notice-hanging', 'interruptNotice', hung(leg.toFiled, ON.filed, { posting: 1 })],
  ['notice-hanging', 'completeNotice', hung(leg.toFiled, ON.filed, { posting: 1 })],
  ['notice-days', 'completeNotice', hung(posted, '2024-04-08T15:59:59.999Z', { posting: 1 })],
  ['start-and-end-photo', 'completeNotice', hung(posted, ON.complete, { posting: 1 })],
  ['notice-complete', 'filePhotos', hung(posted, ON.complete, {}, 'T1')],
  ['photos-filed', 'receivePhotos', hung(posted, ON.complete, { receiptNo: '1' }, 'B1')],

  // Payment.
  [
    'batch-drawn-once',
    'drawBatch',
    paying((desk, caseId) => (leg.draw(desk, 1, 'p1', caseId), drawing()(desk, caseId))),
  ],
  ['filed-version', 'drawBatch', paying(drawing(), leg.toCadreSigned)],
  [
    'accepted',
    'drawBatch',
    paying(
      (_desk, caseId) => ({ by: 'N1', at: ON.second, input: { ...DRAWN, tranche: 2, caseIds: [caseId] } }),
      inspected,
    ),
  ],
  ['notice-matches-version', 'drawBatch', paying(drawing(), filedWithoutNotice)],
  ['not-frozen', 'drawBatch', paying(drawing(), frozen(leg.toFiled))],
  ['account-designated', 'drawBatch', paying(drawing(), filedWithoutAccount)],
  [
    'obligation-free',
    'drawBatch',
    paying((desk, caseId) => (leg.draw(desk, 1, 'other', caseId), drawing()(desk, caseId))),
  ],
  ['last-attempt-returned', 'drawBatch', paying(drawing(), unclearAttempt)],
  ['amount-by-formula', 'drawBatch', paying(drawing(), filedWithNothing)],
  ['paid-within-reserved', 'drawBatch', paying(drawing(), reservationGone)],
  ['payer-separate', 'drawBatch', paying(drawing('T9'), signedByPayer)],
  ['batch-drawn', 'approveBatch', paying(wish('N2', ON.drawn, { hash: '' }))],
  [
    'second-person',
    'approveBatch',
    paying(
      (desk, caseId) => (
        leg.draw(desk, 1, 'p1', caseId),
        { by: 'N1', at: ON.drawn, input: { hash: batch(desk).hash } }
      ),
    ),
  ],
  [
    'manifest-matches',
    'approveBatch',
    paying(
      (desk, caseId) => (
        leg.draw(desk, 1, 'p1', caseId),
        { by: 'N2', at: ON.drawn, input: { hash: 'other' } }
      ),
    ),
  ],
  ['payer-separate', 'approveBatch', paying(ofOwnCase('approveBatch'), filedByPayer)],
  ['payer-separate', 'releaseBatch', paying(ofOwnCase('releaseBatch'), filedByPayer)],
  ['not-frozen', 'approveBatch', paying(frozenAfterDrawing('approveBatch'))],
  ['not-frozen', 'releaseBatch', paying(frozenAfterDrawing('releaseBatch'))],
  ['manifest-matches', 'approveBatch', paying(lateSuccess('approveBatch'))],
  ['manifest-matches', 'releaseBatch', paying(lateSuccess('releaseBatch'))],
  [
    'batch-approved',
    'releaseBatch',
    paying(
      (desk, caseId) => (
        leg.draw(desk, 1, 'p1', caseId),
        { by: 'N1', at: ON.drawn, input: { fileHash: '' } }
      ),
    ),
  ],
  ['account-designated', 'releaseBatch', paying(accountChangedAfterDrawing)],
  [
    'batch-unreleased',
    'cancelBatch',
    paying((desk, caseId) => (released(desk, caseId), { by: 'N1', at: ON.paid, input: { reason: '' } })),
  ],
  [
    'batch-released',
    'importResults',
    paying((desk, caseId) => (leg.draw(desk, 1, 'p1', caseId), importing(desk))),
  ],
  [
    'not-applied-before',
    'importResults',
    paying(
      (desk, caseId) => (
        released(desk, caseId),
        desk.do('importResults', 'p1', importing(desk)),
        importing(desk)
      ),
    ),
  ],
  [
    'known-rows',
    'importResults',
    paying(
      (desk, caseId) => (
        released(desk, caseId),
        importing(desk, { rows: [{ row: 9, amountFen: 1, valueOn: '2024-05-10', bankRef: '', code: '00' }] })
      ),
    ),
  ],
  [
    'sums-match',
    'importResults',
    paying((desk, caseId) => (released(desk, caseId), importing(desk, { sumFen: 1 }))),
  ],

  // Building and acceptance.
  [
    'in-time-or-extended',
    'reportCompletion',
    on(
      leg.toFirstTranchePaid,
      wish('V1', '2024-06-17T02:00:00.000Z', { completedOn: '2024-06-16', photos: [] }),
    ),
  ],
  [
    'assigned-or-delegate',
    'draftAcceptance',
    on(leg.toFirstTranchePaid, (desk, caseId) => ({
      by: 'T2',
      at: ON.accepted,
      input: acceptanceOf(desk, caseId),
    })),
  ],
  [
    'in-time-or-extended',
    'draftAcceptance',
    on(leg.toFirstTranchePaid, (desk, caseId) => ({
      by: 'V1',
      at: '2024-06-15T16:00:00.000Z',
      input: acceptanceOf(desk, caseId),
    })),
  ],
  ['line-arithmetic', 'draftAcceptance', on(leg.toFirstTranchePaid, inspecting({ acceptedFen: 1 }))],
  [
    'accepted-within-filed',
    'draftAcceptance',
    on(leg.toFirstTranchePaid, inspecting({ acceptedMilli: 20_001, acceptedFen: 36_002 })),
  ],
  ['every-line-once', 'draftAcceptance', on(leg.toFirstTranchePaid, listing(1))],
  ['every-line-once', 'draftAcceptance', on(leg.toFirstTranchePaid, listing(1, 2, 2))],
  ['every-line-once', 'draftAcceptance', on(leg.toFirstTranchePaid, listing(1, 2, 3))],
  ['every-line-once', 'draftAcceptance', on(leg.toFirstTranchePaid, listing())],
  [
    'photos-present',
    'reportCompletion',
    on(leg.toFirstTranchePaid, wish('V1', ON.built, { completedOn: '2024-06-04', photos: [] })),
  ],
  [
    'photos-present',
    'draftAcceptance',
    on(leg.toFirstTranchePaid, (desk, caseId) => ({
      by: 'V1',
      at: ON.accepted,
      input: { ...acceptanceOf(desk, caseId), photos: [] },
    })),
  ],
  [
    'assigned-or-delegate',
    'reportCompletion',
    on(
      reassigned(leg.toFirstTranchePaid),
      wish('V1', ON.built, { completedOn: '2024-06-04', photos: ['photo'] }),
    ),
  ],
  [
    'assigned-or-delegate',
    'signAcceptanceAsHousehold',
    on(reassigned(inspected), accepting('V1', ON.accepted)),
  ],
  [
    'assigned-or-delegate',
    'signAcceptanceAsVillage',
    on(reassigned(acceptanceAgreed), accepting('V1', ON.accepted)),
  ],
  [
    'signed-content-current',
    'signAcceptanceAsVillage',
    on(acceptanceAgreed, accepting('V1', ON.accepted, { contentHash: 'older' })),
  ],
  [
    'attestation-read',
    'signAcceptanceAsVillage',
    on(acceptanceAgreed, accepting('V1', ON.accepted, { attestation: '' })),
  ],
  [
    'signed-content-current',
    'signAcceptanceAsHousehold',
    on(inspected, accepting('V1', ON.accepted, { contentHash: 'older' })),
  ],
  [
    'attestation-read',
    'signAcceptanceAsHousehold',
    on(inspected, accepting('V1', ON.accepted, { attestation: '' })),
  ],
  [
    'reason-and-fields',
    'orderRectification',
    on(inspected, wish('T1', ON.accepted, { ...RETURN, text: '', dueOn: '2024-06-10' })),
  ],
  [
    'due-date',
    'orderRectification',
    on(inspected, wish('T1', ON.accepted, { ...RETURN, dueOn: '2024-06-06' })),
  ],
  [
    'assigned-or-delegate',
    'orderRectification',
    on(inspected, wish('T2', ON.accepted, { ...RETURN, dueOn: '2024-06-10' })),
  ],
  ['assigned-or-delegate', 'acceptWork', on(acceptanceSigned, accepting('T2', ON.accepted))],
  [
    'signed-content-current',
    'acceptWork',
    on(acceptanceSigned, accepting('T1', ON.accepted, { contentHash: 'older' })),
  ],
  ['attestation-read', 'acceptWork', on(acceptanceSigned, accepting('T1', ON.accepted, { attestation: '' }))],
  ['not-frozen', 'acceptWork', on(frozen(acceptanceSigned), accepting('T1', ON.accepted))],
  ['two-acceptors', 'acceptWork', selfAccepted],
  ['acceptor-drafted-it', 'acceptWork', on(acceptanceSigned, accepting('T1', ON.accepted))],
  [
    'reward-needs-target-met',
    'acceptWork',
    on(acceptanceSigned, accepting('T1', ON.accepted, { rewardFen: PLAN.rewardFen + 1 })),
  ],
  ['in-time-or-extended', 'acceptWork', on(acceptanceSigned, accepting('T1', '2024-06-17T02:00:00.000Z'))],

  ['recovery-open', 'recordRecovery', on(leg.toFullyPaid, wish('N1', ON.closed, RECOVERED))],
  ['not-over-owed', 'recordRecovery', on(owing, wish('N1', ON.closed, RECOVERED))],
  ['not-over-owed', 'recordRecovery', on(owing, recovering({ amountFen: 38_001 }))],
  ['not-over-owed', 'recordRecovery', on(owing, recovering({ amountFen: 0 }))],
  ['received-by-today', 'recordRecovery', on(owing, recovering({ receivedOn: '2024-07-01' }))],

  // Freezing, extending, closing.
  [
    'ground-settled',
    'unfreezeCase',
    on(frozen(drafted), wish('L1', ON.town, { ground: 'death', outcome: '' })),
  ],
  [
    'doc-number',
    'grantExtension',
    on(drafted, wish('B1', ON.town, { deadline: 'accept', until: '2024-07-01', docNo: '', ground: '' })),
  ],
  [
    'later-than-deadline',
    'grantExtension',
    on(drafted, wish('B1', ON.town, { deadline: 'accept', until: '2024-06-15', docNo: '1', ground: '' })),
  ],
  ['notice-complete', 'closeCase', on(leg.toFullyPaid, wish('T1', ON.closed))],
  ['photos-received', 'closeCase', on(leg.toFullyPaid, wish('T1', ON.closed))],
  ['no-open-recovery', 'closeCase', on(owing, wish('T1', ON.closed))],
  ['first-tranche-standing', 'closeCase', on(takenBack, wish('T1', ON.closed))],
  ['ground-settled', 'closeCase', on(frozen(leg.toFullyPaid), wish('T1', ON.closed))],
];

describe('every rule refuses, warns or marks', () => {
  it.each(ROWS.map(([id, command, arrange]) => [`${id} at ${command}`, id, command, arrange] as const))(
    '%s',
    (_title, id, command, arrange) => {
      const [desk, subjectId, attempt] = arrange();
      const { refusals, remarks } = desk.explain(command, subjectId, attempt);
      const spoken = [...refusals, ...remarks];
      expect(spoken.map((each) => each.rule)).toContain(id);
      const answer = spoken.find((each) => each.rule === id)!;
      expect(answer.source).toMatch(/^[RA]\d/);
      expect(Object.keys(answer.detail)).not.toHaveLength(0);
    },
  );

  it('holds each line of the quota where the programme keeps two pools (R10)', () => {
    const desk = openOffice({ households: 1, policy: { pools: 'two' } });
    const caseId = villageSignedWith(desk, planOf(100_000, 200_000));
    const { refusals } = desk.explain('signAsTown', caseId, signing('T1', ON.town)(desk, caseId));
    expect(refusals).toEqual([
      expect.objectContaining({
        rule: 'quota-room',
        detail: { line: 'reward', have: 100_000, need: 200_000 },
      }),
    ]);
  });

  it('has a test above for every rule at every command that asks it', () => {
    const tested = new Set(ROWS.map(([id, name]) => `${id} at ${name}`));
    const untested = [...rulebook.commands.values()].flatMap(({ name, rules }) =>
      rules
        .filter((rule) => !isCommon(rule))
        .map(({ id }) => `${id} at ${name}`)
        .filter((each) => !tested.has(each)),
    );
    expect(untested).toEqual([]);
    // The rules that every command has are tested where they stand first.
    for (const { id } of commonRules) expect(ROWS.some(([tested]) => tested === id)).toBe(true);
  });
});

function isCommon(rule: Rule<never>): boolean {
  return commonRules.includes(rule as Rule<OfficeContext>);
}

function registering(changes: object): Wish {
  const input = {
    year: 2024,
    householdCode: 'HH0009',
    identityFingerprint: 'f9',
    isDemoIdentity: true,
    village: VILLAGE,
  };
  return { by: 'T1', at: ON.roster, input: { ...input, ...changes } };
}

function proposing(changes: object): Wish {
  const input = { account: 's', fingerprint: 'a9', holder: 's', holderRelation: 'head', bank: '农商行' };
  return { by: 'V1', at: ON.paid, input: { ...input, ...changes } };
}

function dying(changes: object): Wish {
  const input = { member: 'head', wasHolder: true, diedOn: '2024-05-09', docNo: '1' };
  return { by: 'V1', at: ON.paid, input: { ...input, ...changes } };
}

function notDemo(): Attempt {
  const desk = openOffice();
  const { policy } = desk.histories.get(`programme-${YEAR}`)![0]!.data as { policy: object };
  desk.do('openProgramme', '2025', {
    by: 'B1',
    at: ON.standard,
    input: { year: 2025, district: '500112', name: '', bureauName: '', demo: false, policy, units: [] },
  });
  return [desk, 'h9', registering({ year: 2025 })];
}

function instructedThen(attempt: (desk: Desk) => Attempt): () => Attempt {
  return () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    leg.draw(desk, 1, 'p1', caseId);
    return attempt(desk);
  };
}

function sameDesignator(): Attempt {
  const desk = openOffice();
  desk.record(
    'staff-T1',
    'M2',
    ON.standard,
    staffFact('RoleGranted', { role: 'village-cadre', territory: VILLAGE, secondPerson: 'M1' }),
  );
  desk.do('proposeAccount', 'h1', { ...proposing({}), by: 'T1' });
  return [desk, 'h1', { by: 'T1', at: ON.paid, input: {} }];
}

function claimedMeanwhile(): Attempt {
  const desk = openOffice();
  desk.do('proposeAccount', 'h1', proposing({}));
  desk.record(
    'claim-account-2024-a9',
    'T1',
    ON.paid,
    claimFact('Claimed', { by: 'household-h2', reason: 'account' }),
  );
  return [desk, 'h1', { by: 'T1', at: ON.paid, input: {} }];
}

function selfStated(): Attempt {
  const desk = openOffice();
  const caseId = leg.open(desk);
  const cadres = { villageCadreId: 'T1', townCadreId: 'T2', reason: '' };
  desk.record(`case-${caseId}`, 'T2', ON.draft, caseFact('CadresAssigned', cadres));
  return [desk, caseId, { by: 'T1', at: ON.draft, input: { reason: 'no-wish', text: 's', method: 'paper' } }];
}

function withoutStandard(): Attempt {
  const desk = openOffice();
  dropStandard(desk);
  return [desk, leg.open(desk), { by: 'V1', at: ON.draft, input: PLAN }];
}

function standardGone(desk: Desk): string {
  const caseId = drafted(desk);
  dropStandard(desk);
  return caseId;
}

function dropStandard(desk: Desk): void {
  const programme = desk.histories.get(`programme-${YEAR}`)!;
  desk.histories.set(
    `programme-${YEAR}`,
    programme.filter((fact) => fact.type !== 'IncomeStandardSet'),
  );
}

function villageSignedWith(desk: Desk, plan: object): string {
  const caseId = leg.open(desk);
  leg.draft(desk, caseId, plan);
  leg.signAsHousehold(desk, caseId);
  leg.signAsVillage(desk, caseId);
  return caseId;
}

/** The last 600 yuan: one household has taken the rest of the quota. */
function tightQuota(command: 'draftPlan' | 'signAsTown'): () => Attempt {
  return () => {
    const desk = openOffice();
    leg.toCadreSigned(desk, 1, planOf(400_000, 199_999));
    const caseId = leg.open(desk, 2);
    if (command === 'draftPlan') return [desk, caseId, { by: 'V1', at: ON.draft, input: PLAN }];
    leg.draft(desk, caseId);
    leg.signAsHousehold(desk, caseId);
    leg.signAsVillage(desk, caseId);
    return [desk, caseId, signing('T1', ON.town)(desk, caseId)];
  };
}

function reassigned(reach: (desk: Desk) => string) {
  return (desk: Desk) => {
    const caseId = reach(desk);
    desk.record(
      'staff-V3',
      'M2',
      ON.standard,
      staffFact('RoleGranted', { role: 'village-cadre', territory: VILLAGE, secondPerson: 'M1' }),
    );
    desk.do('assignCadres', caseId, {
      by: 'T1',
      at: ON.village,
      input: { villageCadreId: 'V3', townCadreId: 'T1', reason: '' },
    });
    return caseId;
  };
}

/** The cap falls between drafting and signing. */
function lowerCap(
  changes: object,
  reach: (desk: Desk) => string = drafted,
  attempt: (desk: Desk, caseId: string) => Wish = signing('V1', ON.draft),
): () => Attempt {
  return on((desk) => {
    const caseId = reach(desk);
    const revision = { changes, effectiveOn: '2024-03-01', docNo: '1' };
    desk.record(`programme-${YEAR}`, 'B1', ON.draft, { type: 'ProgrammeRevised', data: revision });
    return caseId;
  }, attempt);
}

function ofAnotherYear(): Attempt {
  const desk = openOffice();
  const caseId = drafted(desk);
  const household = desk.histories.get('household-h1')!;
  const [registered, ...rest] = household;
  desk.histories.set('household-h1', [
    { ...registered!, data: { ...registered!.data, year: 2023 } },
    ...rest,
  ]);
  return [desk, caseId, signing('V1', ON.draft)(desk, caseId)];
}

function samePerson(): Attempt {
  const desk = openOffice();
  desk.record(
    'staff-T1',
    'M2',
    ON.standard,
    staffFact('RoleGranted', { role: 'village-cadre', territory: VILLAGE, secondPerson: 'M1' }),
  );
  const caseId = householdSigned(desk);
  const cadres = { villageCadreId: 'T1', townCadreId: 'T2', reason: '' };
  desk.do('assignCadres', caseId, { by: 'T1', at: ON.village, input: cadres });
  desk.do('signAsVillage', caseId, signing('T1', ON.village)(desk, caseId));
  return [desk, caseId, signing('T1', ON.town)(desk, caseId)];
}

function draftedByTown(desk: Desk): string {
  const caseId = leg.open(desk);
  desk.do('draftPlan', caseId, { by: 'T1', at: ON.draft, input: PLAN });
  leg.signAsHousehold(desk, caseId);
  leg.signAsVillage(desk, caseId);
  return caseId;
}

function standardChanged(desk: Desk): string {
  const caseId = villageSigned(desk);
  desk.do('setIncomeStandard', YEAR, { by: 'L1', at: ON.village, input: STANDARD });
  return caseId;
}

function drawn(desk: Desk): string {
  const caseId = leg.toCadreSigned(desk);
  desk.do('drawSummary', LEDGER, {
    by: 'T1',
    at: ON.seal,
    input: { year: 2024, town: TOWN, caseIds: [caseId] },
  });
  return caseId;
}

function sealed(desk: Desk): string {
  const caseId = leg.toCadreSigned(desk);
  leg.seal(desk, caseId);
  return caseId;
}

function drawnThenWithdrawn(desk: Desk): string {
  const caseId = drawn(desk);
  desk.do('withdrawTownSignature', caseId, { by: 'T1', at: ON.seal, input: { reason: 's' } });
  return caseId;
}

function drawnByLeader(desk: Desk): string {
  desk.record(
    'staff-T1',
    'M2',
    ON.standard,
    staffFact('RoleGranted', { role: 'town-leader', territory: TOWN, secondPerson: 'M1' }),
  );
  return drawn(desk);
}

function summing(
  reach: (desk: Desk) => string,
  input: (caseIds: readonly string[]) => object,
  by: string,
): () => Attempt {
  return () => {
    const desk = openOffice();
    const caseId = reach(desk);
    return [desk, LEDGER, { by, at: ON.filed, input: input([caseId]) }];
  };
}

/** The same version on two sheets, one of them sealed meanwhile. */
function twiceDrawn(): Attempt {
  const desk = openOffice();
  const caseId = drawn(desk);
  const no = leg.seal(desk, caseId);
  expect(no).toBe(2);
  return [
    desk,
    LEDGER,
    { by: 'L1', at: ON.seal, input: { no: 1, hash: '', method: 'paper', sealPhoto: '' } },
  ];
}

function receiptTaken(): Attempt {
  const desk = openOffice();
  const first = leg.toCadreSigned(desk, 1);
  leg.receive(desk, leg.seal(desk, first), '渝北备1');
  const second = leg.toCadreSigned(desk, 2);
  const no = leg.seal(desk, second);
  desk.do('submitSummary', LEDGER, { by: 'T1', at: ON.seal, input: { no } });
  return [desk, LEDGER, { by: 'B1', at: ON.filed, input: { no, receiptNo: '渝北备1', returned: [] } }];
}

function returnedByBureau(desk: Desk): string {
  const caseId = sealed(desk);
  desk.do('submitSummary', LEDGER, { by: 'T1', at: ON.seal, input: { no: 1 } });
  const received = { no: 1, receiptNo: '1', returned: [caseId] };
  desk.do('receiveSummary', LEDGER, { by: 'B1', at: ON.filed, input: received });
  return caseId;
}

function signedOtherContent(desk: Desk): string {
  const caseId = sealed(desk);
  const history = desk.histories.get(`case-${caseId}`)!;
  const changed = history.map((fact) => {
    if (fact.type !== 'VillageCadreSigned') return fact;
    const { signature } = fact.data as { signature: object };
    return { ...fact, data: { ...fact.data, signature: { ...signature, contentHash: 'older' } } };
  });
  desk.histories.set(`case-${caseId}`, changed);
  return caseId;
}

function posted(desk: Desk): string {
  const caseId = villageSigned(desk);
  desk.do('postNotice', VILLAGE_NOTICE, { by: 'V1', at: ON.posted, input: { ...NOTICE, caseIds: [caseId] } });
  return caseId;
}

function signedLate(desk: Desk): string {
  const caseId = householdSigned(desk);
  desk.do('signAsVillage', caseId, signing('V1', ON.posted)(desk, caseId));
  return caseId;
}

function posting(reach: (desk: Desk) => string, postedOn: string): () => Attempt {
  return () => {
    const desk = openOffice();
    const caseId = reach(desk);
    return [
      desk,
      VILLAGE_NOTICE,
      { by: 'V1', at: ON.posted, input: { ...NOTICE, postedOn, caseIds: [caseId] } },
    ];
  };
}

function hung(reach: (desk: Desk) => string, at: string, input: object, by = 'V1'): () => Attempt {
  return () => {
    const desk = openOffice();
    reach(desk);
    return [desk, VILLAGE_NOTICE, { by, at, input }];
  };
}

function filedWithoutNotice(desk: Desk): string {
  const caseId = sealed(desk);
  leg.receive(desk, 1);
  desk.do('filePlan', caseId, { by: 'B1', at: ON.filed, input: { summaryNo: 1, receiptNo: '渝北备1' } });
  return caseId;
}

function filedWithoutAccount(desk: Desk): string {
  const caseId = leg.toFiled(desk);
  const household = desk.histories.get('household-h1')!;
  desk.histories.set('household-h1', household.slice(0, 1));
  return caseId;
}

/** A case that is filed and payable although nothing is due cannot come about by commands. */
function filedWithNothing(desk: Desk): string {
  const caseId = leg.toFiled(desk, 1, planOf(1));
  const history = desk.histories.get(`case-${caseId}`)!;
  desk.histories.set(
    `case-${caseId}`,
    history.filter((fact) => fact.type !== 'FirstTrancheNotDue'),
  );
  return caseId;
}

function reservationGone(desk: Desk): string {
  const caseId = leg.toFiled(desk);
  const ledger = desk.histories.get(`ledger-${LEDGER}`)!;
  desk.histories.set(
    `ledger-${LEDGER}`,
    ledger.filter((fact) => fact.type !== 'MoneyReserved'),
  );
  return caseId;
}

const payingCadre = [
  staffFact('RoleGranted', { role: 'town-finance', territory: TOWN, secondPerson: 'M1' }),
  staffFact('RoleGranted', { role: 'town-cadre', territory: TOWN, secondPerson: 'M1' }),
];

/** Signed for the town by somebody who pays as well. */
function signedByPayer(desk: Desk): string {
  desk.record('staff-T9', 'M2', ON.standard, ...payingCadre);
  return signedBy(desk, 'T9');
}

function filedByPayer(desk: Desk): string {
  const caseId = signedByPayer(desk);
  const summaryNo = leg.seal(desk, caseId);
  leg.notice(desk, 'plan', ON.posted, ON.complete, caseId);
  leg.receive(desk, summaryNo);
  const input = { summaryNo, receiptNo: `渝北备${summaryNo}` };
  desk.do('filePlan', caseId, { by: 'B1', at: ON.filed, input });
  return caseId;
}

/** Handing out a drawn batch, up to a step; `between` is what happens before that step. */
function handingOut(command: 'approveBatch' | 'releaseBatch', by: string, between: (desk: Desk) => void) {
  return (desk: Desk, caseId: string): Wish => {
    leg.draw(desk, 1, 'p1', caseId);
    const { hash } = batch(desk);
    if (command === 'releaseBatch')
      desk.do('approveBatch', 'p1', { by: 'N2', at: ON.drawn, input: { hash } });
    between(desk);
    return { by, at: ON.drawn, input: command === 'approveBatch' ? { hash } : { fileHash: '' } };
  };
}

function ofOwnCase(command: 'approveBatch' | 'releaseBatch') {
  return handingOut(command, 'T9', () => undefined);
}

function frozenAfterDrawing(command: 'approveBatch' | 'releaseBatch') {
  const by = command === 'approveBatch' ? 'N2' : 'N1';
  return handingOut(command, by, (desk) => {
    const input = { ground: 'finding', reference: '1' };
    desk.do('freezeCase', '2024-h1', { by: 'L1', at: ON.drawn, input });
  });
}

function signedBy(desk: Desk, townCadreId: string): string {
  const caseId = leg.open(desk);
  desk.do('assignCadres', caseId, {
    by: 'T1',
    at: ON.roster,
    input: { villageCadreId: 'V1', townCadreId, reason: '' },
  });
  leg.draft(desk, caseId);
  leg.signAsHousehold(desk, caseId);
  leg.signAsVillage(desk, caseId);
  desk.do('signAsTown', caseId, signing(townCadreId, ON.town)(desk, caseId));
  return caseId;
}

function accountChangedAfterDrawing(desk: Desk, caseId: string): Wish {
  leg.draw(desk, 1, 'p1', caseId);
  desk.do('approveBatch', 'p1', { by: 'N2', at: ON.drawn, input: { hash: batch(desk).hash } });
  const account = { accountRef: 'new', fingerprint: 'a9', proposedBy: 'V1' };
  desk.record('household-h1', 'V1', ON.drawn, {
    type: 'AccountProposed',
    data: {
      accountRef: 'new',
      account: 's',
      holder: 's',
      holderRelation: 'head',
      bank: '',
      fingerprint: 'a9',
    },
  });
  desk.record('household-h1', 'T1', ON.drawn, { type: 'AccountDesignated', data: account });
  return { by: 'N1', at: ON.paid, input: { fileHash: '' } };
}

/** A result file for the only row of a batch. */
function answer(desk: Desk, paymentId: string, code: string, changes: object = {}): void {
  const { rows } = desk.folded(`payment-${paymentId}`).data as PaymentState;
  const results = resultsFor(rows, code, ON.accepted, `${paymentId} ${code}`);
  const [row] = results.rows.map((each) => ({ ...each, ...changes }));
  const input = { ...results, rows: [row], sumFen: row!.amountFen };
  desk.do('importResults', paymentId, { by: 'N1', at: ON.accepted, input });
}

function unclearAttempt(desk: Desk): string {
  const caseId = leg.toFiled(desk);
  leg.pay(desk, 1, 'p0', '22', caseId);
  answer(desk, 'p0', '00', { amountFen: 1 });
  return caseId;
}

/** The bank pays an attempt it had returned, while the next one is on its way out of the office. */
function lateSuccess(command: 'approveBatch' | 'releaseBatch') {
  return (desk: Desk, caseId: string): Wish => {
    leg.pay(desk, 1, 'p0', '22', caseId);
    leg.draw(desk, 1, 'p1', caseId);
    const { hash } = batch(desk);
    const approval = { by: 'N2', at: ON.accepted, input: { hash } };
    if (command === 'releaseBatch') desk.do('approveBatch', 'p1', approval);
    answer(desk, 'p0', '00');
    return command === 'approveBatch' ? approval : { ...approval, by: 'N1', input: { fileHash: '' } };
  };
}

function takenBack(desk: Desk): string {
  const caseId = leg.toFullyPaid(desk);
  answer(desk, 'p1-1', '22');
  return caseId;
}

function importing(desk: Desk, changes: object = {}): Wish {
  return { by: 'N1', at: ON.paid, input: { ...resultsFor(batch(desk).rows, '00', ON.paid), ...changes } };
}

/** F3 with the lines of these numbers. */
function listing(...lineNos: readonly number[]) {
  return (desk: Desk, caseId: string): Wish => {
    const acceptance = acceptanceOf(desk, caseId);
    const lines = lineNos.map((lineNo) => ({ ...acceptance.lines[0]!, lineNo }));
    return { by: 'V1', at: ON.accepted, input: { ...acceptance, lines } };
  };
}

function inspecting(changes: object) {
  return (desk: Desk, caseId: string): Wish => {
    const acceptance = acceptanceOf(desk, caseId);
    const lines = acceptance.lines.map((each, index) => (index === 0 ? { ...each, ...changes } : each));
    return { by: 'V1', at: ON.accepted, input: { ...acceptance, lines } };
  };
}

function selfAccepted(): Attempt {
  const desk = openOffice();
  const caseId = inspected(desk);
  desk.record(
    'staff-T1',
    'M2',
    ON.standard,
    staffFact('RoleGranted', { role: 'village-cadre', territory: VILLAGE, secondPerson: 'M1' }),
  );
  const cadres = { villageCadreId: 'T1', townCadreId: 'T2', reason: '' };
  desk.do('assignCadres', caseId, { by: 'T1', at: ON.accepted, input: cadres });
  const signed = { by: 'T1', at: ON.accepted, input: acceptanceSignature(desk, caseId) };
  desk.do('signAcceptanceAsHousehold', caseId, signed);
  desk.do('signAcceptanceAsVillage', caseId, signed);
  return [desk, caseId, accepting('T1', ON.accepted)(desk, caseId)];
}

function recovering(changes: object) {
  return (desk: Desk, caseId: string): Wish => {
    const { recoveryId } = caseState(desk, caseId).recoveries[0]!;
    return { by: 'N1', at: ON.closed, input: { ...RECOVERED, recoveryId, ...changes } };
  };
}

/** An attempt on the town's ledger, by default of the town leader to close it. */
function onLedger(reach: (desk: Desk) => unknown, by = 'L1', input?: object): () => Attempt {
  return () => {
    const desk = openOffice({ households: 1 });
    reach(desk);
    return [desk, LEDGER, { by, at: ON.closed, ...(input && { input }) }];
  };
}

function rosterStillOpen(): Attempt {
  const desk = openOffice();
  const programme = desk.histories.get(`programme-${YEAR}`)!;
  desk.histories.set(
    `programme-${YEAR}`,
    programme.filter((fact) => fact.type !== 'RosterClosed'),
  );
  return [desk, LEDGER, { by: 'L1', at: ON.closed }];
}

function returning(changes: object): () => Attempt {
  return () => {
    const desk = openOffice({ households: 1 });
    leg.toClosed(desk);
    return [desk, LEDGER, { by: 'N1', at: ON.closed, input: { ...SURPLUS, ...changes } }];
  };
}

/** A programme of one town and one household, closed. */
function ended(): Desk {
  const desk = openOffice({ households: 1 });
  leg.toClosed(desk);
  leg.end(desk);
  return desk;
}

function owing(desk: Desk): string {
  const caseId = leg.toFirstTranchePaid(desk);
  leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { share: 0.25, actualFen: 0 }));
  leg.signAcceptance(desk, caseId);
  leg.accept(desk, caseId, 0);
  return caseId;
}
