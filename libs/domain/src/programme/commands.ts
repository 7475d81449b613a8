import type { Situation } from '@yihu/workflow';
import { contentHash } from '../content-hash';
import { given, officeContext, type Read } from '../context';
import { ledgerFact, type FinalCounts, type LedgerSums } from '../ledger/facts';
import { finalCounts, sumsOf, type LedgerState } from '../ledger/state';
import { officeCommand } from '../office-command';
import type { Role } from '../shared';
import { programmeFact } from './facts';
import type { AllotTownInput, CloseRosterInput, IncomeStandardInput, ProgrammeDefinition } from './inputs';
import * as rules from './rules';
import { policyOn, type ProgrammeState } from './state';

function gatherProgramme<Input>(unitOf: (input: Input, programme: ProgrammeState) => string) {
  return (read: Read, situation: Situation, by: readonly Role[]): rules.ProgrammeContext<Input> => {
    const subject = read.programme(situation.subjectId);
    const programme = subject.data;
    const input = situation.input as Input | undefined;
    // Who only asks what they may do asks about their own territory.
    const own = situation.actor.grants.find((grant) => by.includes(grant.role as Role));
    const unit = input === undefined ? (own?.territory ?? programme.district) : unitOf(input, programme);
    const office = officeContext<Input>(situation, subject, unit, by);
    return {
      ...office,
      programme,
      policyVersion: policyOn(programme, office.today)?.version,
      get ledgers() {
        return Object.keys(programme.towns).map((town) => read.ledger(`${programme.year}-${town}`).data);
      },
    };
  };
}

export const openProgramme = officeCommand<rules.ProgrammeContext<ProgrammeDefinition>>('openProgramme', {
  on: 'programme',
  by: ['bureau'],
  gather: gatherProgramme((definition) => definition.district),
  rules: [rules.notYetOpened],
  record: (c) => ({
    subject: [programmeFact('ProgrammeOpened', { ...given(c), definitionHash: contentHash(given(c)) })],
  }),
});

export const allotTown = officeCommand<rules.ProgrammeContext<AllotTownInput>>('allotTown', {
  on: 'programme',
  by: ['bureau'],
  gather: gatherProgramme((input) => input.unit),
  rules: [rules.programmeOpen, rules.unitInProgramme, rules.notYetAllotted, rules.allotmentsSum],
  record: (c) => {
    const { unit, households, quotaFen } = given(c);
    const { year, units } = c.programme;
    const { policy } = policyOn(c.programme, c.today)!;
    const kind = units.some(({ code, kind: each }) => code === unit && each === 'street') ? 'street' : 'town';
    const quota = ledgerFact('QuotaAllotted', {
      year,
      unit,
      amountFen: quotaFen,
      subsidyLineFen: households * policy.basisSubsidyFen,
      rewardLineFen: households * policy.basisRewardFen,
    });
    return {
      subject: [programmeFact('TownAllotted', { unit, kind, households, quotaFen })],
      gives: [{ stream: `ledger-${year}-${unit}`, facts: [quota] }],
    };
  },
});

export const setIncomeStandard = officeCommand<rules.ProgrammeContext<IncomeStandardInput>>(
  'setIncomeStandard',
  {
    on: 'programme',
    by: ['town-leader'],
    gather: gatherProgramme((input) => input.unit),
    rules: [rules.programmeOpen, rules.unitAllotted, rules.tiersWellFormed, rules.standardBeforeSignature],
    record: (c) => {
      const standardVersion = (c.programme.towns[given(c).unit]?.standards.length ?? 0) + 1;
      return { subject: [programmeFact('IncomeStandardSet', { ...given(c), standardVersion })] };
    },
  },
);

export const closeRoster = officeCommand<rules.ProgrammeContext<CloseRosterInput>>('closeRoster', {
  on: 'programme',
  by: ['bureau'],
  gather: gatherProgramme((input) => input.unit),
  rules: [rules.programmeOpen, rules.unitAllotted, rules.rosterCount],
  record: (c) => ({ subject: [programmeFact('RosterClosed', given(c))] }),
});

export const closeProgramme = officeCommand<rules.ProgrammeContext<object>>('closeProgramme', {
  on: 'programme',
  by: ['bureau'],
  gather: gatherProgramme((_input, { district }) => district),
  rules: [rules.programmeOpen, rules.townsClosed],
  record: ({ ledgers }) => {
    const towns = ledgers.length;
    const settled = ledgers.reduce((sum, ledger) => sum + Object.keys(ledger.settled).length, 0);
    const together = { stages: addedCounts(ledgers), ...addedSums(ledgers) };
    return { subject: [programmeFact('ProgrammeClosed', { towns, settled, ...together })] };
  },
});

function addedCounts(ledgers: readonly LedgerState[]): FinalCounts {
  const stages: Record<string, number> = {};
  for (const [final, count] of ledgers.flatMap((ledger) => Object.entries(finalCounts(ledger))))
    stages[final] = (stages[final] ?? 0) + count;
  return stages;
}

function addedSums(ledgers: readonly LedgerState[]): LedgerSums {
  const nothing: LedgerSums = { allottedFen: 0, paidFen: 0, recoveredFen: 0, returnedFen: 0 };
  return ledgers.map(sumsOf).reduce(
    (sum, each) => ({
      allottedFen: sum.allottedFen + each.allottedFen,
      paidFen: sum.paidFen + each.paidFen,
      recoveredFen: sum.recoveredFen + each.recoveredFen,
      returnedFen: sum.returnedFen + each.returnedFen,
    }),
    nothing,
  );
}
