import { rule } from '@yihu/workflow';
import { eachCase, given } from '../context';
import { isFree, obligationKey } from '../ledger/state';
import { hungInFull } from '../notice/state';
import { policyOn } from '../programme/state';
import type { PaymentContext, Payee } from './context';
import { dueOf, isOwed } from './context';
import type { ApproveBatchInput, DrawBatchInput, ImportResultsInput } from './inputs';

const paymentRule = <Input>(id: string, definition: Parameters<typeof rule<PaymentContext<Input>>>[1]) =>
  rule<PaymentContext<Input>>(id, definition);

export const notDrawnBefore = paymentRule<DrawBatchInput>('batch-drawn-once', {
  source: 'A11',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ payment: { status } }) => status === 'unwritten' || { status },
});

export const filedVersion = paymentRule<DrawBatchInput>('filed-version', {
  source: 'R24, R27',
  clearedBy: 'bureau',
  kind: 'stage',
  judgesInput: true,
  check: (c) => {
    if (c.payees.length === 0) return { cases: [] };
    if (c.tranche === 2) return true;
    return eachCase(c.payees, (payee) => isOwedHere(payee, 1, c.town));
  },
});

export const accepted = paymentRule<DrawBatchInput>('accepted', {
  source: 'R28, A7',
  clearedBy: 'town-cadre',
  kind: 'stage',
  judgesInput: true,
  check: (c) => {
    if (c.tranche === 1) return true;
    return eachCase(c.payees, (payee) => isOwedHere(payee, 2, c.town));
  },
});

export const noticeMatchesVersion = paymentRule<DrawBatchInput>('notice-matches-version', {
  source: 'R32',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: (c) => {
    const gate = policyOn(c.programme, c.today)?.policy.resultNoticeGate;
    if (c.tranche === 2 && gate !== 'second-tranche') return true;
    return eachCase(c.payees, ({ caseId, folded, notices }) => {
      const planVersion = folded.data.filedVersion;
      const missing = (['village', 'town'] as const).filter(
        (_level, index) => !hungInFull(notices[index]!, caseId, planVersion),
      );
      return missing.length === 0 || { planVersion, missing };
    });
  },
});

export const notFrozen = paymentRule<unknown>('not-frozen', {
  source: 'R36',
  clearedBy: 'town-leader',
  kind: 'stage',
  judgesInput: true,
  check: (c) =>
    eachCase(c.payees, ({ folded: { data } }) => data.freezes.length === 0 || { grounds: data.freezes }),
});

export const accountDesignated = paymentRule<unknown>('account-designated', {
  source: 'R27',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: (c) =>
    eachCase(c.payees, ({ household: { account }, row }) => {
      if (!account) return { account: 'none' };
      return (
        !row || row.accountRef === account.accountRef || { account: 'changed since the batch was drawn' }
      );
    }),
});

export const obligationFree = paymentRule<DrawBatchInput>('obligation-free', {
  source: 'A11',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) =>
    eachCase(c.payees, ({ account }) => {
      const obligation = account.obligations[obligationKey(c.tranche, 1)];
      if (!obligation || isFree(obligation)) return true;
      return { status: obligation.status, batchId: obligation.batchId };
    }),
});

export const lastAttemptEnded = paymentRule<DrawBatchInput>('last-attempt-returned', {
  source: 'A11',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) =>
    eachCase(c.payees, ({ caseId, account }) => {
      const obligation = account.obligations[obligationKey(c.tranche, 1)];
      if (!obligation) return true;
      const { batchId, attempt } = obligation;
      const row = c
        .paymentOf(batchId)
        .rows.find((each) => each.caseId === caseId && each.attempt === attempt);
      return row?.status !== 'unknown' || { batchId, attempt, partFen: row.partFen };
    }),
});

export const somethingDue = paymentRule<DrawBatchInput>('amount-by-formula', {
  source: 'A6',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => {
    return eachCase(c.payees, (payee) => {
      // A case that is not payable at all is refused by its own rule; an amount would be invented here.
      if (!isOwed(payee, c.tranche)) return true;
      const { subsidyFen, rewardFen } = dueOf(payee, c.tranche);
      return subsidyFen + rewardFen > 0 || { due: 0 };
    });
  },
});

export const paidWithinReserved = paymentRule<DrawBatchInput>('paid-within-reserved', {
  source: 'A8',
  clearedBy: 'town-leader',
  judgesInput: true,
  check: (c) => {
    return eachCase(c.payees, (payee) => {
      if (!isOwed(payee, c.tranche)) return true;
      const { reserved, paid } = payee.account;
      const due = dueOf(payee, c.tranche);
      const need = paid.subsidyFen + due.subsidyFen + paid.rewardFen + due.rewardFen;
      const have = reserved.subsidyFen + reserved.rewardFen;
      return need <= have || { have, need };
    });
  },
});

export const payerSeparate = paymentRule<unknown>('payer-separate', {
  source: 'R36',
  clearedBy: 'town-finance',
  kind: 'authority',
  judgesInput: true,
  check: (c) =>
    eachCase(c.payees, (payee) => !partiesOf(payee).includes(c.actor.id) || { party: c.actor.id }),
});

export const batchDrawn = statusIs('batch-drawn', 'drawn', 'town-finance');
export const batchApproved = statusIs('batch-approved', 'approved', 'town-finance');
export const batchReleased = statusIs('batch-released', 'released', 'town-finance');

export const batchUnreleased = paymentRule<unknown>('batch-unreleased', {
  source: 'A11',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ payment: { status } }) => status === 'drawn' || status === 'approved' || { status },
});

export const approverIsSecond = paymentRule<ApproveBatchInput>('second-person', {
  source: 'R36',
  clearedBy: 'town-finance',
  kind: 'authority',
  check: ({ actor, payment: { drawnBy } }) => actor.id !== drawnBy || { drawnBy },
});

export const manifestMatches = paymentRule<ApproveBatchInput>('manifest-matches', {
  source: 'A11',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).hash === c.payment.hash || { have: given(c).hash, need: c.payment.hash },
});

/** What leaves the office is what was drawn: a batch that lost a row is cancelled and drawn anew. */
export const nothingDropped = paymentRule<unknown>('manifest-matches', {
  source: 'A11',
  clearedBy: 'town-finance',
  kind: 'stage',
  check: ({ payment: { rows } }) => {
    const dropped = rows.filter(({ status }) => status === 'dropped').map(({ row }) => row);
    return dropped.length === 0 || { dropped };
  },
});

export const notAppliedBefore = paymentRule<ImportResultsInput>('not-applied-before', {
  source: 'A11',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => !c.payment.files.includes(given(c).fileHash) || { fileHash: given(c).fileHash },
});

export const knownRows = paymentRule<ImportResultsInput>('known-rows', {
  source: 'A11',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) => {
    const rows = given(c).rows.map((each) => each.row);
    const unknown = rows.filter((row) => !c.payment.rows.some((each) => each.row === row));
    const twice = rows.filter((row, index) => rows.indexOf(row) !== index);
    return (unknown.length === 0 && twice.length === 0) || { unknown, twice };
  },
});

export const sumsMatch = paymentRule<ImportResultsInput>('sums-match', {
  source: 'A11',
  clearedBy: 'town-finance',
  judgesInput: true,
  check: (c) => {
    const { rows, count, sumFen: need } = given(c);
    // A reversal counts against the sum, so it is no sum of amounts that are owed.
    const have = rows.reduce((sum, row) => sum + row.amountFen, 0);
    return (rows.length === count && have === need) || { rows: rows.length, count, have, need };
  },
});

function isOwedHere(payee: Payee, tranche: 1 | 2, town: string) {
  const { node, data } = payee.folded;
  return (isOwed(payee, tranche) && town === data.town) || { place: node!.key, town: data.town };
}

/** Whoever drafted, signed as a cadre or accepted may not hand out the money. */
function partiesOf({ folded }: Payee): readonly string[] {
  const { plans, signatures, accepted } = folded.data;
  const signers = [signatures.village?.actorId, signatures.town?.actorId, ...(accepted?.acceptedBy ?? [])];
  return [...plans.map((plan) => plan.draftedBy), ...signers.filter((each) => each !== undefined)];
}

function statusIs(id: string, wanted: string, clearedBy: string) {
  return paymentRule<unknown>(id, {
    source: 'R36, A11',
    clearedBy,
    kind: 'stage',
    check: ({ payment: { status } }) => status === wanted || { status, wanted },
  });
}
