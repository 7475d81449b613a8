import { amendedAndOverpaid, mainWay, noProject, openedProgramme, OTHER_TOWN, TOWN } from './clean-history';
import { ledgerStream, open, tell, tellLedger, YEAR, type Teller } from './steps';
import { told, type Payload, type Told } from './told';

/** What the first town paid: the main way 1,629.99 + 500.00, and 1,200.00 of which 200.00 came back. */
const PAID_FEN = 212_999 + 120_000;
const RECOVERED_FEN = 20_000;

/** A season of two towns to its very end: every case settled, the surplus returned, towns and programme closed. */
export function closedHistory(): Told[] {
  const history = openedProgramme([
    [TOWN, 3],
    [OTHER_TOWN, 1],
  ]);
  const tellerOf = (id: string, town = TOWN): Teller => ({ id, town, history });
  mainWay(tellerOf('2024-main'));
  noProject(tellerOf('2024-none'));
  const overpaid = tellerOf('2024-overpaid');
  amendedAndOverpaid(overpaid);
  tell(overpaid, 'CaseClosed');
  tellLedger(overpaid, 'CaseSettled', { final: 'closed', paidFen: 100_000 });
  const other = tellerOf('2024-other', OTHER_TOWN);
  open(other);
  tell(other, 'CaseWithdrawn');
  tellLedger(other, 'CaseSettled', { final: 'withdrawn', paidFen: 0 });

  const sums = sumsOf(900_000, PAID_FEN, RECOVERED_FEN);
  const otherSums = sumsOf(300_000, 0, 0);
  closeTown(history, TOWN, { settled: 3, stages: { closed: 2, 'no-project': 1 }, ...sums });
  closeTown(history, OTHER_TOWN, { settled: 1, stages: { withdrawn: 1 }, ...otherSums });
  history.push(
    told(`programme-${YEAR}`, 'ProgrammeClosed', {
      towns: 2,
      settled: 4,
      stages: { closed: 2, 'no-project': 1, withdrawn: 1 },
      ...sumsOf(1_200_000, PAID_FEN, RECOVERED_FEN),
    }),
  );
  return history;
}

function closeTown(history: Told[], town: string, closed: Payload): void {
  history.push(told(ledgerStream(town), 'SurplusReturned', { amountFen: closed['returnedFen'] }));
  history.push(told(ledgerStream(town), 'TownClosed', closed));
}

function sumsOf(allottedFen: number, paidFen: number, recoveredFen: number) {
  return { allottedFen, paidFen, recoveredFen, returnedFen: allottedFen - paidFen + recoveredFen };
}
