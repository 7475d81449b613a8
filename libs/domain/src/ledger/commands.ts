import type { Situation } from '@yihu/workflow';
import { given, officeContext, type Read } from '../context';
import { officeCommand } from '../office-command';
import { policyOn } from '../programme/state';
import type { Role } from '../shared';
import { ledgerFact } from './facts';
import type { ReturnSurplusInput } from './inputs';
import * as rules from './rules';
import { finalCounts, sumsOf } from './state';

function gatherLedger<Input>() {
  return (read: Read, situation: Situation, by: readonly Role[]): rules.LedgerContext<Input> => {
    const subject = read.ledger(situation.subjectId);
    const { year, unit } = subject.data;
    const programme = read.programme(String(year)).data;
    const office = officeContext<Input>(situation, subject, unit, by);
    return {
      ...office,
      policyVersion: policyOn(programme, office.today)?.version,
      ledger: subject.data,
      town: programme.towns[unit],
    };
  };
}

export const returnSurplus = officeCommand<rules.LedgerContext<ReturnSurplusInput>>('returnSurplus', {
  on: 'ledger',
  by: ['town-finance'],
  gather: gatherLedger(),
  rules: [
    rules.townOpen,
    rules.allSettled,
    rules.noLiveAuthorisation,
    rules.reservedEqualsPaid,
    rules.notOverSurplus,
    rules.docNumber,
    rules.returnedByToday,
  ],
  record: (c) => ({ subject: [ledgerFact('SurplusReturned', given(c))] }),
});

export const closeTown = officeCommand<rules.LedgerContext<object>>('closeTown', {
  on: 'ledger',
  by: ['town-leader'],
  gather: gatherLedger(),
  rules: [
    rules.townOpen,
    rules.allSettled,
    rules.noLiveAuthorisation,
    rules.reservedEqualsPaid,
    rules.surplusReturned,
  ],
  record: ({ ledger }) => {
    const settled = Object.keys(ledger.settled).length;
    return {
      subject: [ledgerFact('TownClosed', { settled, stages: finalCounts(ledger), ...sumsOf(ledger) })],
    };
  },
});
