import { rule } from '@yihu/workflow';
import { eachCase, given, type OfficeContext } from '../context';
import type { TownState } from '../programme/state';
import type { ReturnSurplusInput } from './inputs';
import { surplusFen, unowedFenOf, type CaseAccount, type LedgerState } from './state';

export interface LedgerContext<Input = unknown> extends OfficeContext<Input> {
  readonly ledger: LedgerState;
  /** What the programme says of the town; undefined for a town without a quota. */
  readonly town: TownState | undefined;
}

const ledgerRule = <Input = unknown>(
  id: string,
  definition: Parameters<typeof rule<LedgerContext<Input>>>[1],
) => rule<LedgerContext<Input>>(id, definition);

export const townOpen = ledgerRule('town-open', {
  source: 'R35',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ ledger: { closed, unit } }) => !closed || { unit },
});

export const allSettled = ledgerRule('all-settled', {
  source: 'R35, A2',
  clearedBy: 'town-cadre',
  kind: 'stage',
  check: ({ ledger, town }) => {
    if (!town?.rosterClosed) return { unit: ledger.unit };
    const have = Object.keys(ledger.settled).length;
    return have === town.households || { have, need: town.households };
  },
});

export const noLiveAuthorisation = ledgerRule('no-live-authorisation', {
  source: 'A11',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ ledger }) =>
    eachCase(accountsOf(ledger), ({ obligations }) => {
      const live = Object.values(obligations).find(({ status }) => status === 'authorised');
      return !live || { batchId: live.batchId };
    }),
});

export const reservedEqualsPaid = ledgerRule('reserved-equals-paid', {
  source: 'R35, A2',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ ledger }) =>
    eachCase(accountsOf(ledger), (account) => {
      const { reserved, paid, recoveredFen } = account;
      const need = reserved.subsidyFen + reserved.rewardFen;
      const have = paid.subsidyFen + paid.rewardFen + recoveredFen + unowedFenOf(account);
      return have === need || { have, need };
    }),
});

export const surplusReturned = ledgerRule('surplus-returned', {
  source: 'R18, R35',
  clearedBy: 'town-finance',
  check: ({ ledger }) => surplusFen(ledger) === 0 || { leftFen: surplusFen(ledger) },
});

export const notOverSurplus = ledgerRule<ReturnSurplusInput>('not-over-surplus', {
  source: 'R18, R35',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) => {
    const { amountFen: have } = given(c);
    const limit = surplusFen(c.ledger);
    return (have > 0 && have <= limit) || { have, limit };
  },
});

export const docNumber = ledgerRule<ReturnSurplusInput>('doc-number', {
  source: 'R18, R36',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).docNo !== '' || { missing: ['docNo'] },
});

export const returnedByToday = ledgerRule<ReturnSurplusInput>('returned-by-today', {
  source: 'R35',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).returnedOn <= c.today || { returnedOn: given(c).returnedOn, today: c.today },
});

function accountsOf({ cases }: LedgerState): readonly (CaseAccount & { readonly caseId: string })[] {
  return Object.entries(cases).map(([caseId, account]) => ({ caseId, ...account }));
}
