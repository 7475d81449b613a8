import { newBooks, type Books } from './books';
import { checkAcceptance } from './check-acceptance';
import { newBatchCheck } from './check-batches';
import { checkClosing } from './check-closing';
import { checkLedger } from './check-ledger';
import { checkPaymentsOfCase, closeCases } from './check-payments-of-case';
import { checkPlan } from './check-plan';
import { checkProgramme, closeProgrammes } from './check-programme';
import { newRecordCheck } from './check-record';
import { checkSignatures } from './check-signatures';
import { checkStages } from './check-stages';
import { figuresOf, type Figures } from './figures';
import type { Problem, Report } from './problem';
import { parseEvent, Unreadable, type RecordedEvent } from './recorded-event';

export interface Recount {
  readonly problems: readonly Problem[];
  readonly figures: Figures;
}

type Check = (event: RecordedEvent, books: Books, report: Report) => void;

/** On every stream, and then those on cases alone. The stages come last: the others look at the stage before. */
const CHECKS: readonly Check[] = [checkProgramme, checkPlan, checkLedger, checkClosing];
const CASE_CHECKS: readonly Check[] = [checkSignatures, checkAcceptance, checkPaymentsOfCase, checkStages];

/**
 * Counts a history again from its events alone, one JSON text a line, in the store's total order. It shares no
 * code with what wrote them: an error there cannot hide itself here. It keeps what later events are held
 * against and no event.
 */
export async function recount(lines: AsyncIterable<string> | Iterable<string>): Promise<Recount> {
  const books = newBooks();
  const problems: Problem[] = [];
  const checkRecord = newRecordCheck();
  const batches = newBatchCheck();
  let lineCount = 0;
  let eventCount = 0;
  for await (const line of lines) {
    lineCount += 1;
    if (line.trim() === '') continue;
    const event = readable(
      () => parseEvent(line),
      (message) =>
        problems.push({ invariant: 'readable', stream: '', position: `line ${lineCount}`, message }),
    );
    if (!event) continue;
    eventCount += 1;
    const { stream, position } = event;
    const report: Report = (invariant, message) => problems.push({ invariant, stream, position, message });
    const run = (check: (event: RecordedEvent, report: Report) => void): void => {
      readable(
        () => check(event, report),
        (message) => report('readable', `${event.type}: ${message}`),
      );
    };
    run(checkRecord);
    run(batches.check);
    const checks = stream.startsWith('case-') ? [...CHECKS, ...CASE_CHECKS] : CHECKS;
    for (const check of checks) run(() => check(event, books, report));
  }
  batches.close();
  closeProgrammes(books, (problem) => problems.push(problem));
  closeCases(books, (problem) => problems.push(problem));
  return { problems, figures: figuresOf(books, eventCount) };
}

function readable<Value>(read: () => Value, onUnreadable: (message: string) => void): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    onUnreadable(error.message);
    return undefined;
  }
}
