import { caseBook, policyAt, type Books, type PlanBook, type PlanLineBook } from './books';
import { amountsIn, lineFen, spoken, yuan, type Amounts } from './money';
import type { Report } from './problem';
import { countIn, objectsIn, textIn, type Members, type RecordedEvent } from './recorded-event';

const CATEGORIES: readonly unknown[] = ['production-input', 'production-condition'];

/** Plans and sheets as sums: caps (A3), lines and totals (A5), spending categories (A9). */
export function checkPlan(event: RecordedEvent, books: Books, report: Report): void {
  const { type, data } = event;
  if (type === 'PlanDrafted' || type === 'AmendmentDrafted') {
    const book = caseBook(books, event.stream);
    checkCaps(amountsIn(data), book.year, event, books, report);
    checkLines(data, report);
    const signing = { plan: planIn(data), household: false, village: undefined, town: false };
    if (type === 'PlanDrafted') book.signing = signing;
    else book.amendment = signing;
  }
  if (type === 'MoneyReserved' || type === 'ReservationAdjusted') {
    checkCaps(amountsIn(data), books.ledgers.get(event.stream)?.year ?? 0, event, books, report);
  }
  if (type === 'SummaryDrawn') {
    const entries = objectsIn(data, 'entries').map(amountsIn);
    checkSum(
      'the subsidies',
      countIn(data, 'subsidySumFen'),
      entries.map(({ subsidyFen }) => subsidyFen),
      report,
    );
    checkSum(
      'the rewards',
      countIn(data, 'rewardSumFen'),
      entries.map(({ rewardFen }) => rewardFen),
      report,
    );
  }
}

/** A total is the sum of its rows (A5). */
export function checkSum(what: string, sumFen: number, rowsFen: readonly number[], report: Report): void {
  const ownFen = rowsFen.reduce((sum, rowFen) => sum + rowFen, 0);
  if (sumFen !== ownFen) report('A5', `${what} are summed to ${yuan(sumFen)}, not ${yuan(ownFen)}`);
}

function checkCaps(amounts: Amounts, year: number, event: RecordedEvent, books: Books, report: Report): void {
  const policy = policyAt(books, year, textIn(event.metadata, 'recordedAt'));
  if (!policy) return report('A3', `no policy of ${year} is in effect, so nothing caps ${spoken(amounts)}`);
  const { subsidyCapFen, rewardCapFen } = policy;
  if (amounts.subsidyFen > subsidyCapFen) {
    report('A3', `a subsidy of ${yuan(amounts.subsidyFen)} is above the cap of ${yuan(subsidyCapFen)}`);
  }
  if (amounts.rewardFen > rewardCapFen) {
    report('A3', `a reward of ${yuan(amounts.rewardFen)} is above the cap of ${yuan(rewardCapFen)}`);
  }
}

function checkLines(data: Members, report: Report): void {
  const lines = objectsIn(data, 'lines');
  for (const [index, members] of lines.entries()) {
    const { quantityMilli, unitPriceFen, amountFen } = lineIn(members);
    const ownFen = lineFen(quantityMilli, unitPriceFen);
    if (amountFen !== ownFen) report('A5', `line ${index + 1} says ${yuan(amountFen)}, not ${yuan(ownFen)}`);
    const { category } = members;
    if (!CATEGORIES.includes(category))
      report('A9', `line ${index + 1} is of no category that is paid for: ${category}`);
  }
  checkSum(
    'the lines',
    countIn(data, 'subsidyFen'),
    lines.map((line) => countIn(line, 'amountFen')),
    report,
  );
}

function planIn(data: Members): PlanBook {
  return {
    ...amountsIn(data),
    version: countIn(data, 'planVersion'),
    lines: objectsIn(data, 'lines').map(lineIn),
    targetFen: countIn(data, 'targetFen'),
    standardVersion: countIn(data, 'standardVersion'),
    contentHash: textIn(data, 'contentHash'),
  };
}

function lineIn(members: Members): PlanLineBook {
  return {
    quantityMilli: countIn(members, 'quantityMilli'),
    unitPriceFen: countIn(members, 'unitPriceFen'),
    amountFen: countIn(members, 'amountFen'),
  };
}
