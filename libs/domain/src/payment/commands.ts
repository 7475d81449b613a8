import type { Fact } from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { contentHash } from '../content-hash';
import { given } from '../context';
import { ledgerFact } from '../ledger/facts';
import { sumFen } from '../money';
import { officeCommand } from '../office-command';
import {
  dueOf,
  gatherPayment,
  isInstructed,
  isPayable,
  nextAttempt,
  type PaymentContext,
  type Payee,
} from './context';
import { paymentFact, type BatchRow } from './facts';
import type {
  ApproveBatchInput,
  CancelBatchInput,
  DrawBatchInput,
  ImportResultsInput,
  ReleaseBatchInput,
} from './inputs';
import { applyResults } from './results';
import * as rules from './rules';

/** Why an obligation is free again; the words of whoever cancelled stand sealed in the batch. */
const BATCH_CANCELLED = 'batch-cancelled';

export const drawBatch = officeCommand<PaymentContext<DrawBatchInput>>('drawBatch', {
  on: 'payment',
  by: ['town-finance'],
  gather: gatherPayment(),
  rules: [
    rules.notDrawnBefore,
    rules.filedVersion,
    rules.accepted,
    rules.noticeMatchesVersion,
    rules.notFrozen,
    rules.accountDesignated,
    rules.obligationFree,
    rules.lastAttemptEnded,
    rules.somethingDue,
    rules.paidWithinReserved,
    rules.payerSeparate,
  ],
  record: (c) => {
    const rows = c.payees.map((payee, index) => rowOf(c, payee, index));
    const { year, town, tranche } = given(c);
    const sum = sumFen(rows.map((row) => row.amountFen));
    const manifest = { year, town, tranche, rows, count: rows.length, sumFen: sum };
    return {
      takes: [{ stream: `ledger-${c.ledgerId}`, facts: rows.map((row) => authorised(c, row)) }],
      subject: [paymentFact('BatchDrawn', { ...manifest, hash: contentHash(manifest) })],
      gives: c.payees.map((payee, index) => ({
        stream: `case-${payee.caseId}`,
        facts: [instructed(c, payee, rows[index]!)],
      })),
    };
  },
});

export const approveBatch = officeCommand<PaymentContext<ApproveBatchInput>>('approveBatch', {
  on: 'payment',
  by: ['town-finance', 'town-leader'],
  gather: gatherPayment(),
  rules: [
    rules.batchDrawn,
    rules.approverIsSecond,
    rules.manifestMatches,
    rules.nothingDropped,
    rules.payerSeparate,
    rules.notFrozen,
  ],
  record: (c) => ({ subject: [paymentFact('BatchApproved', { hash: given(c).hash })] }),
});

export const releaseBatch = officeCommand<PaymentContext<ReleaseBatchInput>>('releaseBatch', {
  on: 'payment',
  by: ['town-finance'],
  gather: gatherPayment(),
  rules: [
    rules.batchApproved,
    rules.nothingDropped,
    rules.payerSeparate,
    rules.notFrozen,
    rules.accountDesignated,
  ],
  record: (c) => ({
    subject: [paymentFact('BatchReleased', { fileHash: given(c).fileHash, releasedOn: c.today })],
  }),
});

export const cancelBatch = officeCommand<PaymentContext<CancelBatchInput>>('cancelBatch', {
  on: 'payment',
  by: ['town-finance'],
  gather: gatherPayment(),
  rules: [rules.batchUnreleased],
  record: (c) => {
    const { reason } = given(c);
    const rows = c.payment.rows.filter(({ status }) => status === 'open');
    const waiting = c.payees.filter(({ row }) => rows.includes(row!));
    return {
      subject: [paymentFact('BatchCancelled', { reason })],
      gives: [
        { stream: `ledger-${c.ledgerId}`, facts: rows.map((row) => unauthorised(c, row)) },
        ...waiting.map((payee) => ({
          stream: `case-${payee.caseId}`,
          facts: isInstructed(payee, c.tranche, payee.row!) ? [uninstructed(c, payee.row!)] : [],
        })),
      ],
    };
  },
});

export const importResults = officeCommand<PaymentContext<ImportResultsInput>>('importResults', {
  on: 'payment',
  by: ['town-finance'],
  gather: gatherPayment(),
  rules: [rules.batchReleased, rules.notAppliedBefore, rules.knownRows, rules.sumsMatch],
  record: applyResults,
});

function rowOf(c: PaymentContext, payee: Payee, index: number): BatchRow {
  const due = dueOf(payee, c.tranche);
  return {
    row: index + 1,
    caseId: payee.caseId,
    householdId: payee.folded.data.householdId,
    seq: 1,
    attempt: nextAttempt(payee, c.tranche),
    ...due,
    amountFen: due.subsidyFen + due.rewardFen,
    accountRef: payee.household.account!.accountRef,
  };
}

function authorised(c: PaymentContext, { caseId, seq, attempt, subsidyFen, rewardFen }: BatchRow): Fact {
  const { tranche, subjectId: batchId } = c;
  return ledgerFact('TrancheAuthorised', { caseId, tranche, seq, attempt, batchId, subsidyFen, rewardFen });
}

function instructed(c: PaymentContext, payee: Payee, row: BatchRow): Fact {
  const { attempt, accountRef, subsidyFen, rewardFen, seq } = row;
  if (!isPayable(payee, c.tranche)) {
    const obligation = { tranche: c.tranche, seq };
    return caseFact('TrancheReissued', { obligation, attempt, batchId: c.subjectId });
  }
  return caseFact('TrancheInstructed', {
    obligation: { tranche: c.tranche, seq },
    attempt,
    batchId: c.subjectId,
    subsidyFen,
    rewardFen,
    accountRef,
    planVersion: payee.folded.data.filedVersion,
  });
}

function unauthorised(c: PaymentContext, { caseId, seq, attempt }: BatchRow): Fact {
  const { tranche, subjectId: batchId } = c;
  return ledgerFact('AuthorisationCancelled', {
    caseId,
    tranche,
    seq,
    attempt,
    batchId,
    reason: BATCH_CANCELLED,
  });
}

function uninstructed(c: PaymentContext, { seq, attempt }: BatchRow): Fact {
  const obligation = { tranche: c.tranche, seq };
  return caseFact('InstructionCancelled', {
    obligation,
    attempt,
    batchId: c.subjectId,
    reason: BATCH_CANCELLED,
  });
}
