import { rule, type Detail, type Situation } from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { ENDINGS, type Stage } from '../case/machine';
import { claimFact } from '../claim/facts';
import { accountClaim, identityClaim, type ClaimState } from '../claim/state';
import { given, officeContext, type OfficeContext, type Read } from '../context';
import { officeCommand } from '../office-command';
import type { ProgrammeState } from '../programme/state';
import type { Role } from '../shared';
import { covers, townOf } from '../territory';
import { householdFact } from './facts';
import type { ProposeAccountInput, RecordDeathInput, RegisterHouseholdInput } from './inputs';
import type { HouseholdState } from './state';

export interface HouseholdContext<Input> extends OfficeContext<Input> {
  readonly stream: string;
  readonly household: HouseholdState;
  readonly claimId: string;
  readonly claim: ClaimState;
  /** The village of the household that holds the claim. */
  readonly holderVillage: string;
  readonly programme: ProgrammeState;
  readonly caseId: string;
  /** Where this year's case of the household stands. */
  readonly casePlace: string;
}

type HouseholdInput = Partial<RegisterHouseholdInput & ProposeAccountInput>;

/** Gathers a household with the claim its command needs. */
function gatherHousehold<Input>(claimOf: (input: HouseholdInput, state: HouseholdState) => string) {
  return (read: Read, situation: Situation, by: readonly Role[]): HouseholdContext<Input> => {
    const subject = read.household(situation.subjectId);
    const input = (situation.input ?? {}) as HouseholdInput;
    const year = input.year ?? subject.data.year;
    const claimId = claimOf(input, subject.data);
    return {
      ...officeContext<Input>(situation, subject, input.village ?? subject.data.village, by),
      stream: `household-${situation.subjectId}`,
      household: subject.data,
      claimId,
      caseId: `${year}-${situation.subjectId}`,
      get claim() {
        return read.claim(claimId).data;
      },
      get holderVillage() {
        return read.household(this.claim.heldBy.slice('household-'.length)).data.village;
      },
      get programme() {
        return read.programme(String(year)).data;
      },
      get casePlace() {
        return read.case(this.caseId).node!.key;
      },
    };
  };
}

/** Whoever may not give the command learns nothing about who is registered, or with which account (AUD-03). */
function mayBeTold({ actor, by, unit }: HouseholdContext<unknown>): boolean {
  return actor.grants.some(({ role, territory }) => by.includes(role as Role) && covers(territory, unit));
}

/** The other household, for those who know it anyway. */
function holderOf({ actor, by, claim, holderVillage, programme }: HouseholdContext<unknown>): Detail {
  const isKnown = actor.grants.some(
    ({ role, territory }) => by.includes(role as Role) && covers(territory, holderVillage),
  );
  return isKnown ? { heldBy: claim.heldBy } : { year: programme.year };
}

export const registeredOnce = rule<HouseholdContext<RegisterHouseholdInput>>('household-registered-once', {
  source: 'R3',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ household: { year, householdCode } }) => year === 0 || { householdCode },
});

export const identityUnique = rule<HouseholdContext<RegisterHouseholdInput>>('identity-unique', {
  source: 'R3',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: (c) => !mayBeTold(c) || c.claim.heldBy === '' || holderOf(c),
});

export const identityRegion = rule<HouseholdContext<RegisterHouseholdInput>>('identity-region', {
  source: 'R3',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => !given(c).isDemoIdentity || c.programme.demo || { region: '999999' },
});

export const rosterOpen = rule<HouseholdContext<RegisterHouseholdInput>>('roster-open', {
  source: 'R3, A2',
  clearedBy: 'bureau',
  kind: 'stage',
  judgesInput: true,
  check: (c) => {
    const town = townOf(given(c).village);
    const allotted = c.programme.towns[town];
    return (
      (allotted !== undefined && !allotted.rosterClosed) || { unit: town, allotted: allotted !== undefined }
    );
  },
});

export const householdRegistered = rule<HouseholdContext<unknown>>('on-roster', {
  source: 'R3',
  clearedBy: 'town-cadre',
  kind: 'stage',
  check: ({ household: { year }, subjectId }) => year !== 0 || { householdId: subjectId },
});

export const holderInHousehold = rule<HouseholdContext<ProposeAccountInput>>('holder-in-household', {
  source: 'R27',
  clearedBy: 'village-cadre',
  judgesInput: true,
  check: (c) => given(c).holderRelation !== 'other' || { relation: given(c).holderRelation },
});

export const accountUnique = rule<HouseholdContext<unknown>>('account-unique', {
  source: 'R27',
  clearedBy: 'town-cadre',
  check: (c) => !mayBeTold(c) || c.claim.heldBy === '' || c.claim.heldBy === c.stream || holderOf(c),
});

export const accountProposed = rule<HouseholdContext<unknown>>('account-proposed', {
  source: 'R27',
  clearedBy: 'village-cadre',
  kind: 'stage',
  check: ({ household: { proposed }, subjectId }) => proposed !== undefined || { householdId: subjectId },
});

export const accountSecondPerson = rule<HouseholdContext<unknown>>('second-person', {
  source: 'R27, R36',
  clearedBy: 'town-cadre',
  kind: 'authority',
  check: ({ actor, household: { proposed } }) =>
    actor.id !== proposed?.proposedBy || { proposedBy: actor.id },
});

export const noLiveInstruction = rule<HouseholdContext<unknown>>('no-live-instruction', {
  source: 'A11',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ casePlace }) => !casePlace.includes('instructed') || { place: casePlace },
});

export const docNumber = rule<HouseholdContext<RecordDeathInput>>('doc-number', {
  source: 'R20, R36',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).docNo !== '' || { missing: ['docNo'] },
});

export const diedByToday = rule<HouseholdContext<RecordDeathInput>>('died-by-today', {
  source: 'R20',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).diedOn <= c.today || { diedOn: given(c).diedOn, today: c.today },
});

export const registerHousehold = officeCommand<HouseholdContext<RegisterHouseholdInput>>(
  'registerHousehold',
  {
    on: 'household',
    by: ['village-cadre', 'town-cadre'],
    gather: gatherHousehold(({ year = 0, identityFingerprint = '' }) =>
      identityClaim(year, identityFingerprint),
    ),
    rules: [registeredOnce, rosterOpen, identityUnique, identityRegion],
    record: (c) => {
      const { isDemoIdentity: _judged, ...registered } = given(c);
      const claimed = claimFact('Claimed', { by: c.stream, reason: 'identity' });
      return {
        takes: [{ stream: `claim-${c.claimId}`, facts: [claimed] }],
        subject: [householdFact('HouseholdRegistered', { ...registered, town: townOf(registered.village) })],
      };
    },
  },
);

export const proposeAccount = officeCommand<HouseholdContext<ProposeAccountInput>>('proposeAccount', {
  on: 'household',
  by: ['village-cadre', 'town-cadre'],
  gather: gatherHousehold(({ fingerprint = '' }, { year }) => accountClaim(year, fingerprint)),
  rules: [householdRegistered, holderInHousehold, accountUnique, noLiveInstruction],
  record: (c) => ({
    subject: [
      householdFact('AccountProposed', {
        ...given(c),
        holderRelation: given(c).holderRelation as 'head' | 'member',
        accountRef: c.commandId,
      }),
    ],
  }),
});

export const designateAccount = officeCommand<HouseholdContext<object>>('designateAccount', {
  on: 'household',
  by: ['town-cadre'],
  gather: gatherHousehold((_input, { year, proposed }) => accountClaim(year, proposed?.fingerprint ?? '')),
  rules: [accountProposed, accountSecondPerson, accountUnique, noLiveInstruction],
  record: (c) => {
    const { accountRef, fingerprint, proposedBy } = c.household.proposed!;
    const old = c.household.account;
    const changes = old?.fingerprint !== fingerprint;
    const taken = claimFact('Claimed', { by: c.stream, reason: 'account' });
    const freed = claimFact('Released', { by: c.stream, reason: 'account-changed' });
    const oldClaim = `claim-${accountClaim(c.household.year, old?.fingerprint ?? '')}`;
    return {
      takes: changes ? [{ stream: `claim-${c.claimId}`, facts: [taken] }] : [],
      subject: [householdFact('AccountDesignated', { accountRef, fingerprint, proposedBy })],
      gives: old && changes ? [{ stream: oldClaim, facts: [freed] }] : [],
    };
  },
});

/** The household goes on; but whoever signed for it or held its account is no more, so its case waits (situation 9). */
export const recordDeath = officeCommand<HouseholdContext<RecordDeathInput>>('recordDeath', {
  on: 'household',
  by: ['village-cadre'],
  gather: gatherHousehold(() => ''),
  rules: [householdRegistered, docNumber, diedByToday],
  record: (c) => {
    const { member, wasHolder, docNo: reference } = given(c);
    const wasHead = member === 'head';
    const frozen = caseFact('CaseFrozen', { ground: 'death', reference });
    return {
      subject: [householdFact('MemberDied', { ...given(c), wasHead })],
      gives:
        (wasHead || wasHolder) && isLiving(c.casePlace)
          ? [{ stream: `case-${c.caseId}`, facts: [frozen] }]
          : [],
    };
  },
});

function isLiving(casePlace: string): boolean {
  return casePlace !== 'unopened' && !ENDINGS.includes(casePlace as Stage);
}
