import { caseBook, type Books } from './books';
import type { Report } from './problem';
import { countIn, textIn, type RecordedEvent } from './recorded-event';
import { stepFrom } from './stages';

/** The order of a case's stages. It comes after the other checks of an event, which look at the stage before. */
export function checkStages({ stream, type, data }: RecordedEvent, books: Books, report: Report): void {
  const book = caseBook(books, stream);
  if (type === 'CaseOpened') {
    book.year = countIn(data, 'year');
    book.town = textIn(data, 'town');
  }
  if (type === 'CaseTransferred') book.town = textIn(data, 'toTown');
  const { to, isInOrder } = stepFrom(book.place, type);
  if (!isInOrder) report('stage-order', `${type} cannot follow in ${book.place}`);
  book.place = to;
  if (to !== 'unopened') book.reached.add(to);
}
