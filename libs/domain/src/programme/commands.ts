import type { Situation } from '@yihu/workflow';
import { contentHash } from '../content-hash';
import { given, officeContext, type Read } from '../context';
import { ledgerFact } from '../ledger/facts';
import { officeCommand } from '../office-command';
import type { Role } from '../shared';
import { programmeFact } from './facts';
import type { AllotTownInput, CloseRosterInput, IncomeStandardInput, ProgrammeDefinition } from './inputs';
import * as rules from './rules';
import { policyOn } from './state';

function gatherProgramme<Input>(unitOf: (input: Input) => string) {
  return (read: Read, situation: Situation, by: readonly Role[]): rules.ProgrammeContext<Input> => {
    const subject = read.programme(situation.subjectId);
    const programme = subject.data;
    const input = situation.input as Input | undefined;
    // Who only asks what they may do asks about their own territory.
    const own = situation.actor.grants.find((grant) => by.includes(grant.role as Role));
    const unit = input === undefined ? (own?.territory ?? programme.district) : unitOf(input);
    const office = officeContext<Input>(situation, subject, unit, by);
    return { ...office, programme, policyVersion: policyOn(programme, office.today)?.version };
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
  rules: [rules.unitInProgramme, rules.notYetAllotted, rules.allotmentsSum],
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
    rules: [rules.unitAllotted, rules.tiersWellFormed, rules.standardBeforeSignature],
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
  rules: [rules.unitAllotted, rules.rosterCount],
  record: (c) => ({ subject: [programmeFact('RosterClosed', given(c))] }),
});
