import {
  accountBook,
  caseBook,
  caseStreamOf,
  ledgerBook,
  paidTo,
  policyAt,
  recoveredFrom,
  type AccountBook,
  type Books,
  type LedgerBook,
} from './books';
import { checkObligation } from './check-obligations';
import { amountsIn, minus, NOTHING, plus, spoken, totalFen, yuan, type Amounts } from './money';
import type { Report } from './problem';
import { countIn, textIn, type Members, type RecordedEvent } from './recorded-event';

/** A town's ledger after every single fact: promises within the quota (A4), payments within the promises. */
export function checkLedger(event: RecordedEvent, books: Books, report: Report): void {
  if (!event.stream.startsWith('ledger-') || event.type === 'DecisionAbandoned') return;
  const ledger = ledgerBook(books, event.stream);
  if (event.type === 'SurplusReturned') ledger.surplusReturnedFen += countIn(event.data, 'amountFen');
  if (event.data['caseId'] !== undefined) {
    const account = accountBook(books, caseStreamOf(event.data), ledger);
    enter(event, ledger, account, report);
    if (event.type === 'RecoveryBooked') checkRecovered(event, account, books, report);
    checkObligation(event, account, books, report);
    checkPaid(account, report);
  }
  checkQuota(ledger, policyAt(books, ledger.year, textIn(event.metadata, 'recordedAt'))?.pools, report);
}

function enter(
  { type, data }: RecordedEvent,
  ledger: LedgerBook,
  account: AccountBook,
  report: Report,
): void {
  const { reserved } = account;
  switch (type) {
    case 'MoneyReserved':
      if (totalFen(reserved) > 0) report('A4', `${spoken(reserved)} is reserved for this case already`);
      return reserve(ledger, account, amountsIn(data));
    case 'ReservationAdjusted':
      if (totalFen(reserved) === 0) report('A4', 'nothing is reserved that could be adjusted');
      return reserve(ledger, account, amountsIn(data));
    case 'ReservationReleased': {
      const left = minus(reserved, amountsIn(data));
      if (left.subsidyFen < 0 || left.rewardFen < 0)
        report('A4', `more is released than the ${spoken(reserved)} reserved`);
      return reserve(ledger, account, left);
    }
    case 'RecoveryBooked':
      return recover(ledger, account, data);
  }
}

function recover(ledger: LedgerBook, account: AccountBook, data: Members): void {
  const amounts = amountsIn(data);
  const unowed = account.unowed.get(String(data['recoveryId']));
  if (unowed) {
    unowed.leftFen -= totalFen(amounts);
    account.recoveredUnowedFen += totalFen(amounts);
    return;
  }
  account.recovered = plus(account.recovered, amounts);
  ledger.recoveredFen += totalFen(amounts);
}

function reserve(ledger: LedgerBook, account: AccountBook, amounts: Amounts): void {
  ledger.reserved = plus(minus(ledger.reserved, account.reserved), amounts);
  account.reserved = amounts;
  account.ledger = ledger;
}

function checkRecovered(event: RecordedEvent, account: AccountBook, books: Books, report: Report): void {
  const askedFen = caseBook(books, caseStreamOf(event.data)).recoveryFen;
  const recoveredFen = recoveredFrom(account);
  if (recoveredFen > askedFen)
    report('A8', `${yuan(recoveredFen)} is recovered, ${yuan(askedFen)} was asked back`);
}

function checkPaid(account: AccountBook, report: Report): void {
  const { subsidyFen, rewardFen } = minus(paidTo(account), account.recovered);
  const { reserved } = account;
  if (subsidyFen <= reserved.subsidyFen && rewardFen <= reserved.rewardFen) return;
  report(
    'paid-within-reserved',
    `${spoken({ subsidyFen, rewardFen })} is paid, ${spoken(reserved)} is reserved`,
  );
}

/** What a town gives back it cannot promise any more, but for what households gave back before. */
function checkQuota(
  { reserved, allotted, surplusReturnedFen, recoveredFen }: LedgerBook,
  pools: string | undefined,
  report: Report,
): void {
  const { quotaFen, ...lines } = allotted ?? { ...NOTHING, quotaFen: 0 };
  if (totalFen(reserved) + Math.max(0, surplusReturnedFen - recoveredFen) > quotaFen) {
    report(
      'A4',
      `${spoken(reserved)} is promised and ${yuan(surplusReturnedFen)} returned of ${yuan(quotaFen)}`,
    );
  }
  if (pools !== 'two') return;
  if (reserved.subsidyFen > lines.subsidyFen || reserved.rewardFen > lines.rewardFen) {
    report('A4', `${spoken(reserved)} is promised of two pools of ${spoken(lines)}`);
  }
}
