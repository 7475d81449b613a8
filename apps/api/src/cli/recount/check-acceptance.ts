import { caseBook, paidTo, type AcceptanceBook, type Books, type CaseBook, type PlanBook } from './books';
import { standardKey } from './check-programme';
import { lineFen, shareFen, yuan } from './money';
import type { Report } from './problem';
import {
  countIn,
  countOr,
  objectIn,
  objectsIn,
  textIn,
  type Members,
  type RecordedEvent,
} from './recorded-event';

/** Acceptance against the filed plan: lines and amounts (A5, A6, A8), signatures (A10), the reward (A7). */
export function checkAcceptance(event: RecordedEvent, books: Books, report: Report): void {
  const { type, data } = event;
  const book = caseBook(books, event.stream);
  const { acceptance } = book;
  switch (type) {
    case 'AcceptanceDrafted':
      book.acceptance = draftIn(data, textIn(data, 'contentHash'), book.filed, report);
      return;
    case 'AcceptanceHouseholdSigned':
      if (checkSigned(event, acceptance, report)) acceptance.household = true;
      return;
    case 'AcceptanceVillageSigned':
      if (!checkSigned(event, acceptance, report)) return;
      if (!acceptance.household) report('A10', 'the village accepts before the household signs');
      acceptance.village = textIn(event.metadata, 'actorId');
      return;
    case 'AcceptanceSignatureWithdrawn':
    case 'RectificationOrdered':
      if (acceptance) Object.assign(acceptance, { household: false, village: undefined });
      return;
    case 'WorkAccepted':
      if (!acceptance) return report('A10', 'work is accepted without an acceptance form');
      if (!acceptance.household || acceptance.village === undefined) {
        report('A10', 'work is accepted without the signatures of household and village');
      }
      if (acceptance.village === event.metadata['actorId']) report('A10', 'both acceptors are one person');
      return decide(event, book, acceptance, books, report);
    case 'AcceptanceCorrected':
      book.correctionCount += 1;
      return decide(event, book, draftIn(data, 'corrected', book.filed, report), books, report);
  }
}

function draftIn(
  data: Members,
  contentHash: string,
  filed: PlanBook | undefined,
  report: Report,
): AcceptanceBook {
  const lines = objectsIn(data, 'lines');
  const numbers = lines.map((line) => countIn(line, 'lineNo'));
  if (new Set(numbers).size < numbers.length) report('A8', 'a line is accepted twice');
  const payablesFen = lines.map((line) => payableOfLineFen(line, filed, report));
  return {
    payableFen: payablesFen.reduce((sum, fen) => sum + fen, 0),
    income: objectIn(data, 'income'),
    contentHash,
    household: false,
    village: undefined,
  };
}

/** The lesser of what was filed and what was done at no more than the filed price. */
function payableOfLineFen(line: Members, filed: PlanBook | undefined, report: Report): number {
  const lineNo = countIn(line, 'lineNo');
  const acceptedMilli = countIn(line, 'acceptedMilli');
  const paidPriceFen = countIn(line, 'paidUnitPriceFen');
  const planned = filed?.lines[lineNo - 1];
  if (!planned) {
    report('A8', `line ${lineNo} is accepted and was not filed`);
    return 0;
  }
  if (acceptedMilli > planned.quantityMilli) {
    report(
      'A8',
      `line ${lineNo} is accepted with ${acceptedMilli / 1000} of ${planned.quantityMilli / 1000}`,
    );
  }
  const cappedFen = lineFen(acceptedMilli, Math.min(paidPriceFen, planned.unitPriceFen));
  const acceptedFen = countIn(line, 'acceptedFen');
  // The form may show what was paid, or what of it counts when the price was above the filed one.
  if (acceptedFen !== lineFen(acceptedMilli, paidPriceFen) && acceptedFen !== cappedFen) {
    report('A5', `accepted line ${lineNo} says ${yuan(acceptedFen)}, not ${yuan(cappedFen)}`);
  }
  return Math.min(planned.amountFen, cappedFen);
}

function checkSigned(
  { data, type }: RecordedEvent,
  acceptance: AcceptanceBook | undefined,
  report: Report,
): acceptance is AcceptanceBook {
  if (!acceptance) {
    report('A10', `${type} stands before any acceptance form`);
    return false;
  }
  if (textIn(data, 'contentHash') !== acceptance.contentHash) report('A10', `${type} covers another form`);
  return true;
}

function decide(
  event: RecordedEvent,
  book: CaseBook,
  form: AcceptanceBook,
  books: Books,
  report: Report,
): void {
  const { data, stream } = event;
  const payableFen = countIn(data, 'payableFen');
  if (payableFen !== form.payableFen) {
    report('A8', `${yuan(payableFen)} is payable by the case, ${yuan(form.payableFen)} by its lines`);
  }
  const account = books.accounts.get(stream);
  // After a correction the second tranche may be paid in part already.
  const paidFen =
    event.type === 'WorkAccepted' ? (account?.paidFirst.subsidyFen ?? 0) : paidTo(account).subsidyFen;
  const secondFen = countIn(data, 'secondFen');
  const ownSecondFen = Math.max(0, payableFen - paidFen);
  if (secondFen !== ownSecondFen)
    report('A6', `the second tranche is ${yuan(secondFen)}, not ${yuan(ownSecondFen)}`);
  const reward = objectIn(data, 'reward');
  checkReward(reward, form.income, book, books, report);
  book.accepted = { payableFen, rewardFen: countIn(reward, 'rewardFen') };
}

/** A reward is what the income earns by the standard that was pinned in the filed plan (A7, R30). */
function checkReward(reward: Members, income: Members, book: CaseBook, books: Books, report: Report): void {
  const { filed } = book;
  if (!filed) return;
  const basis = textIn(income, 'basis');
  const incomeFen = countIn(income, basis === 'actual' ? 'actualFen' : 'estimateFen');
  if (countIn(reward, 'incomeFen') !== incomeFen || textIn(reward, 'basis') !== basis) {
    report('A7', `the reward is not judged by the ${basis} income of ${yuan(incomeFen)}`);
  }
  if (countIn(reward, 'targetFen') !== filed.targetFen)
    report('A7', 'the target is not the one in the filed plan');
  const rewardFen = countIn(reward, 'rewardFen');
  const ownFen = shareFen(filed.rewardFen, earnedPermille(incomeFen, filed, book, books));
  if (rewardFen !== ownFen)
    report('A7', `a reward of ${yuan(rewardFen)} is granted, ${yuan(ownFen)} is earned`);
}

function earnedPermille(incomeFen: number, filed: PlanBook, { year, town }: CaseBook, books: Books): number {
  const standard = books.programmes.get(year)?.standards.get(standardKey(town, filed.standardVersion));
  const reached = (standard?.tiers ?? []).filter((tier) => {
    const boundFen =
      standard?.basis === 'absolute'
        ? countOr(tier, 'fromFen', 0)
        : shareFen(filed.subsidyFen, countOr(tier, 'fromPermille', 0));
    return incomeFen >= boundFen;
  });
  return Math.max(0, ...reached.map((tier) => countIn(tier, 'rewardPermille')));
}
