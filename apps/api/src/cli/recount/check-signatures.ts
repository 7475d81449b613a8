import { caseBook, type Books, type CaseBook, type SigningBook } from './books';
import { standardKey } from './check-programme';
import { amountsIn, isSame, spoken } from './money';
import type { Report } from './problem';
import { countIn, objectIn, textIn, type RecordedEvent } from './recorded-event';

/** The order of the signatures and of filing, for plans and for amendments alike (A10). */
export function checkSignatures(event: RecordedEvent, books: Books, report: Report): void {
  const book = caseBook(books, event.stream);
  const isAmendment = event.type.startsWith('Amendment');
  const signing = isAmendment ? book.amendment : book.signing;
  switch (isAmendment ? event.type.replace('Amendment', '') : event.type) {
    case 'HouseholdSigned':
      if (checkSigned(event, signing, report)) signing.household = true;
      return;
    case 'VillageCadreSigned':
      if (!checkSigned(event, signing, report)) return;
      if (!signing.household) report('A10', 'the village signs before the household');
      signing.village = textIn(event.metadata, 'actorId');
      return;
    case 'TownCadreSigned':
      if (!checkSigned(event, signing, report)) return;
      checkTown(event, book, signing, books, report);
      signing.town = true;
      return;
    case 'VillageSignatureWithdrawn':
      if (signing) signing.village = undefined;
      return;
    case 'TownSignatureWithdrawn':
      if (signing) signing.town = false;
      return;
    case 'HouseholdSignatureWithdrawn':
    case 'PlanReturned':
    case 'Returned':
      return unsign(signing);
    case 'FilingReturned':
    case 'CaseReopened':
      // A closed case is reopened with its filing in force; only one that starts again loses it.
      if (event.type === 'CaseReopened' && book.place === 'closed') return;
      book.filed = undefined;
      return unsign(signing);
    case 'PlanFiled':
    case 'Filed':
      return file(event, book, signing, report);
    case 'Dropped':
      book.amendment = undefined;
  }
}

function checkSigned(
  { data, type }: RecordedEvent,
  signing: SigningBook | undefined,
  report: Report,
): signing is SigningBook {
  if (!signing) {
    report('A10', `${type} stands before any plan`);
    return false;
  }
  const { version, contentHash } = signing.plan;
  if (countIn(data, 'planVersion') !== version)
    report('A10', `${type} is for another version than ${version}`);
  if (objectIn(data, 'signature')['contentHash'] !== contentHash) {
    report('A10', `${type} covers another content than that of version ${version}`);
  }
  return true;
}

function checkTown(
  event: RecordedEvent,
  book: CaseBook,
  signing: SigningBook,
  books: Books,
  report: Report,
): void {
  const { plan, village } = signing;
  if (village === undefined) report('A10', 'the town signs before the village');
  if (village === event.metadata['actorId']) report('A10', 'the town signer is the village signer');
  if (plan.rewardFen > 0) {
    const standards = books.programmes.get(book.year)?.standards;
    if (!standards?.has(standardKey(book.town, plan.standardVersion))) {
      report('A7', `a reward is signed for before ${book.town} has set standard ${plan.standardVersion}`);
    }
  }
  // An amendment reserves the greater of the two plans until it is filed, so its amounts are not compared here.
  if (event.type !== 'TownCadreSigned') return;
  const reserved = amountsIn(objectIn(event.data, 'reserved'));
  const inLedger = books.accounts.get(event.stream)?.reserved;
  if (!isSame(reserved, plan)) report('A4', `${spoken(reserved)} is reserved for a plan of ${spoken(plan)}`);
  if (!inLedger || !isSame(inLedger, plan)) {
    report(
      'A4',
      `the town signs ${spoken(plan)} while its ledger holds ${inLedger ? spoken(inLedger) : 'nothing'}`,
    );
  }
}

function file(
  { data }: RecordedEvent,
  book: CaseBook,
  signing: SigningBook | undefined,
  report: Report,
): void {
  if (!signing) return report('A10', 'there is no plan to file');
  const { plan } = signing;
  if (!signing.town || signing.village === undefined || !signing.household) {
    report('A10', `version ${plan.version} is filed without its three signatures`);
  }
  if (countIn(data, 'planVersion') !== plan.version)
    report('A10', `another version than ${plan.version} is filed`);
  book.filed = plan;
  book.amendment = undefined;
}

function unsign(signing: SigningBook | undefined): void {
  if (!signing) return;
  signing.household = false;
  signing.village = undefined;
  signing.town = false;
}
