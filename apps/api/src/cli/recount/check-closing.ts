import {
  caseBook,
  caseStreamOf,
  ledgerBook,
  paidTo,
  recoveredFrom,
  unowedTo,
  type Books,
  type LedgerBook,
  type ProgrammeBook,
} from './books';
import { totalFen, yuan } from './money';
import type { Report } from './problem';
import { countIn, objectIn, textIn, type Members, type RecordedEvent } from './recorded-event';

/** What a town, or all of them, came to by the recount's own books. */
interface Totals {
  readonly stages: ReadonlyMap<string, number>;
  readonly sums: Readonly<Record<'allottedFen' | 'paidFen' | 'recoveredFen' | 'returnedFen', number>>;
}

/** How a season ends: cases settle, towns close, the programme closes; each is held against what was counted. */
export function checkClosing(event: RecordedEvent, books: Books, report: Report): void {
  switch (event.type) {
    case 'CaseSettled':
      return settle(event, books, report);
    case 'CaseUnsettled':
      ledgerBook(books, event.stream).settled.delete(caseStreamOf(event.data));
      return;
    case 'TownClosed':
      return closeTown(event, books, report);
    case 'ProgrammeClosed':
      return closeProgramme(event, books, report);
  }
}

function settle({ stream, data }: RecordedEvent, books: Books, report: Report): void {
  const ledger = ledgerBook(books, stream);
  const settled = caseStreamOf(data);
  const final = textIn(data, 'final');
  const { place } = caseBook(books, settled);
  if (ledger.settled.has(settled)) report('closing', `${settled} is settled a second time`);
  if (final !== place) report('closing', `${settled} is settled as ${final} and is ${place}`);
  ledger.settled.set(settled, final);
  const account = books.accounts.get(settled);
  const keptFen = totalFen(paidTo(account)) - (account ? totalFen(account.recovered) : 0);
  const saidFen = countIn(data, 'paidFen');
  if (saidFen !== keptFen) report('closing', `${settled} has ${yuan(keptFen)}, not ${yuan(saidFen)}`);
}

function closeTown({ stream, data }: RecordedEvent, books: Books, report: Report): void {
  const ledger = ledgerBook(books, stream);
  if (ledger.closed) report('closing', `${ledger.town} is closed a second time`);
  ledger.closed = true;
  const households = books.programmes.get(ledger.year)?.allotted.get(ledger.town);
  if (ledger.settled.size !== households)
    report(
      'closing',
      `${ledger.settled.size} of the ${households ?? 0} households of ${ledger.town} are settled`,
    );
  for (const [settled, final] of ledger.settled) {
    const { place } = caseBook(books, settled);
    if (place !== final) report('closing', `${settled} was settled as ${final} and is ${place}`);
  }
  const totals = totalsOf([ledger], books);
  checkTotals(data, totals, report);
  const { allottedFen, paidFen, recoveredFen, returnedFen } = totals.sums;
  const leftFen = allottedFen - paidFen + recoveredFen - returnedFen;
  if (leftFen !== 0) report('closing', `${yuan(leftFen)} is left with ${ledger.town}`);
  checkAccounts(ledger, books, report);
}

/** Every promise of a closed town was paid, and nothing is under way to the bank. */
function checkAccounts(ledger: LedgerBook, books: Books, report: Report): void {
  for (const [owner, account] of books.accounts) {
    if (account.ledger !== ledger) continue;
    const [reservedFen, paidFen] = [totalFen(account.reserved), totalFen(paidTo(account))];
    if (reservedFen !== paidFen)
      report('closing', `${yuan(reservedFen)} is reserved for ${owner}, ${yuan(paidFen)} paid`);
    const outFen = unowedTo(account) - account.recoveredUnowedFen;
    if (outFen !== 0) report('closing', `${yuan(outFen)} of ${owner} is out without being owed`);
    for (const [key, { liveAttempt }] of account.obligations)
      if (liveAttempt !== undefined) report('closing', `obligation ${key} of ${owner} is under way`);
  }
}

function closeProgramme({ stream, data }: RecordedEvent, books: Books, report: Report): void {
  const book = [...books.programmes].find(([, programme]) => programme.stream === stream);
  if (!book) return;
  const [year, programme] = book;
  if (programme.closed) report('closing', 'the programme is closed a second time');
  programme.closed = true;
  const ledgers = ledgersOf(books, year, programme);
  for (const { town, closed } of ledgers) if (!closed) report('closing', `${town} is not closed`);
  if (countIn(data, 'towns') !== programme.allotted.size)
    report('closing', `${programme.allotted.size} towns were allotted a quota`);
  checkTotals(data, totalsOf(ledgers, books), report);
}

function ledgersOf(books: Books, year: number, { allotted }: ProgrammeBook): readonly LedgerBook[] {
  const all = [...books.ledgers.values()].filter((ledger) => ledger.year === year);
  return all.filter(({ town }) => allotted.has(town));
}

function totalsOf(ledgers: readonly LedgerBook[], books: Books): Totals {
  const stages = new Map<string, number>();
  for (const final of ledgers.flatMap(({ settled }) => [...settled.values()]))
    stages.set(final, (stages.get(final) ?? 0) + 1);
  const accounts = [...books.accounts.values()].filter(({ ledger }) => ledgers.includes(ledger));
  const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  return {
    stages,
    sums: {
      allottedFen: sum(ledgers, ({ allotted }) => allotted?.quotaFen ?? 0),
      paidFen: sum(accounts, (account) => totalFen(paidTo(account)) + unowedTo(account)),
      recoveredFen: sum(accounts, recoveredFrom),
      returnedFen: sum(ledgers, ({ surplusReturnedFen }) => surplusReturnedFen),
    },
  };
}

function checkTotals(data: Members, { stages, sums }: Totals, report: Report): void {
  for (const [name, countedFen] of Object.entries(sums)) {
    const saidFen = countIn(data, name);
    if (saidFen !== countedFen)
      report('closing', `${name} says ${yuan(saidFen)}, counted is ${yuan(countedFen)}`);
  }
  const counted = [...stages.values()].reduce((total, count) => total + count, 0);
  if (countIn(data, 'settled') !== counted) report('closing', `${counted} cases are settled`);
  const said = objectIn(data, 'stages');
  for (const stage of new Set([...Object.keys(said), ...stages.keys()])) {
    const count = said[stage] === undefined ? 0 : countIn(said, stage);
    const own = stages.get(stage) ?? 0;
    if (count !== own) report('closing', `${count} cases are said to be ${stage}, counted are ${own}`);
  }
}
