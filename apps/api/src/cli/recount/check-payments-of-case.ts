import { caseBook, paidTo, unowedTo, type AccountBook, type Books, type CaseBook } from './books';
import { checkDue, obligationKey } from './check-obligations';
import { firstHalfFen, isSame, asAmounts, spoken, totalFen, yuan } from './money';
import type { Problem, Report } from './problem';
import { countIn, objectIn, objectsIn, type Members, type RecordedEvent } from './recorded-event';

/** Instructions and outcomes as the case tells them, against what its ledger says (A6, A8, A10, A11). */
export function checkPaymentsOfCase(event: RecordedEvent, books: Books, report: Report): void {
  const { type, data } = event;
  const book = caseBook(books, event.stream);
  const account = books.accounts.get(event.stream);
  switch (type) {
    case 'TrancheInstructed': {
      const obligation = objectIn(data, 'obligation');
      instruct(obligation, true, book, report);
      if (countIn(data, 'planVersion') !== book.filed?.version)
        report('A8', 'another version than the filed one is paid');
      return checkDue(data, countIn(obligation, 'tranche'), book, account, report);
    }
    case 'InstructionCancelled':
    case 'TrancheReturned':
    case 'SecondTrancheReopened':
    case 'TrancheReversed':
      return settle(data, book, false);
    case 'TrancheConfirmedLate':
      return settle(data, book, true);
    case 'TrancheReissued':
      // A case that went on is not told when the bank returns it: its ledger and the batches are held to that.
      return instruct(objectIn(data, 'obligation'), false, book, report);
    case 'FirstTranchePaid': {
      settle(data, book, true);
      if (!book.filed) report('A10', 'the first tranche is paid before the plan is filed');
      const paidFen = account?.paidFirst.subsidyFen ?? 0;
      const amountFen = countIn(data, 'amountFen');
      if (amountFen !== paidFen)
        report('A6', `the case says ${yuan(amountFen)}, its ledger ${yuan(paidFen)}`);
      return;
    }
    case 'FirstTrancheNotDue':
      if (firstHalfFen(book.filed?.subsidyFen ?? 0) > 0)
        report('A6', 'half of the subsidy is not zero, so it is due');
      return;
    case 'FullyPaid':
      return checkFullyPaid(event, book, books, report);
    case 'RecoveryOpened':
      book.recoveryFen += countIn(data, 'amountFen');
      book.asked.set(String(data['recoveryId']), countIn(data, 'amountFen'));
  }
}

/** What a case was paid too much must have been asked back by the end (A8); a room not used must be free (A4). */
export function closeCases(books: Books, report: (problem: Problem) => void): void {
  for (const book of books.cases.values()) {
    const account = books.accounts.get(book.stream);
    const found = (invariant: 'A4' | 'A8', message: string): void =>
      report({ invariant, stream: book.stream, position: 'end', message });
    const isFree = ['drafted', 'withdrawn', 'no-project'].includes(book.place);
    const paid = paidTo(account);
    const aboveFen = book.accepted ? Math.max(0, paid.subsidyFen - book.accepted.payableFen) : 0;
    const excessFen = (isFree ? totalFen(paid) : aboveFen) + unowedTo(account);
    if (excessFen > book.recoveryFen) {
      found('A8', `${yuan(excessFen)} is paid above what is owed, ${yuan(book.recoveryFen)} is asked back`);
    }
    checkAsked(book, account, (message) => found('A8', message));
    const reserved = account?.reserved ?? asAmounts(0, 0);
    if (isFree && !isSame(reserved, paid))
      found('A4', `${spoken(reserved)} is still reserved in ${book.place}`);
  }
}

/** Money that was not owed names the recovery that asks it back, to the fen. */
function checkAsked(
  { asked }: CaseBook,
  account: AccountBook | undefined,
  found: (message: string) => void,
): void {
  for (const [recoveryId, { amountFen }] of account?.unowed ?? []) {
    const askedFen = asked.get(recoveryId) ?? 0;
    if (askedFen !== amountFen)
      found(`${yuan(amountFen)} went out without being owed, ${yuan(askedFen)} of it is asked back`);
  }
}

function instruct(obligation: Members, live: boolean, book: CaseBook, report: Report): void {
  const key = obligationKey(obligation);
  const known = book.instructions.get(key);
  if (known?.live) report('A11', `obligation ${key} is instructed while an instruction is live`);
  if (known?.paid) report('A11', `obligation ${key} is instructed and is paid already`);
  book.instructions.set(key, { live, paid: known?.paid ?? false });
}

function settle(data: Members, book: CaseBook, paid: boolean): void {
  book.instructions.set(obligationKey(objectIn(data, 'obligation')), { live: false, paid });
}

function checkFullyPaid(event: RecordedEvent, book: CaseBook, books: Books, report: Report): void {
  const { data } = event;
  if (data['zeroReason'] === undefined) settle(data, book, true);
  const said = asAmounts(countIn(data, 'subsidyPaidFen'), countIn(data, 'rewardPaidFen'));
  const paid = paidTo(books.accounts.get(event.stream));
  if (!isSame(said, paid)) report('A6', `the case says ${spoken(said)}, its ledger ${spoken(paid)}`);
  const { accepted } = book;
  if (!accepted) return report('A7', 'the case is fully paid before the work is accepted');
  if (objectsIn(data, 'unpaid').length > 0) return;
  if (paid.subsidyFen < accepted.payableFen || paid.rewardFen < accepted.rewardFen) {
    const owed = asAmounts(accepted.payableFen, accepted.rewardFen);
    report('A6', `the case is fully paid with ${spoken(paid)} of ${spoken(owed)}`);
  }
}
