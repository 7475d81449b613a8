import { recount } from './recount';
import { OTHER_TOWN, TOWN } from './testing/clean-history';
import { closedHistory } from './testing/closed-history';
import { findsFaults, within } from './testing/plant';
import { ledgerStream } from './testing/steps';
import { asText, recorded, told } from './testing/told';

const PROGRAMME = 'programme-2024';
const LEDGER = ledgerStream(TOWN);
const OTHER_LEDGER = ledgerStream(OTHER_TOWN);
const MAIN = 'case-2024-main';

test('a season told to its end has no problem', async () => {
  const { problems, figures } = await recount(asText(recorded(closedHistory())));
  expect(problems).toEqual([]);
  expect(figures.stages).toMatchObject({ closed: 2, 'no-project': 1, withdrawn: 1 });
});

findsFaults(
  'the end of a season',
  [
    [
      'closing',
      'is settled as withdrawn and is closed',
      (plot) => set(plot.data(LEDGER, 'CaseSettled'), 'final', 'withdrawn'),
    ],
    [
      'closing',
      'has 2129.99, not 2130.00',
      (plot) => set(plot.data(LEDGER, 'CaseSettled'), 'paidFen', 213_000),
    ],
    [
      'closing',
      'is settled a second time',
      (plot) =>
        plot.after(LEDGER, 'CaseSettled', told(LEDGER, 'CaseSettled', plot.data(LEDGER, 'CaseSettled'))),
    ],
    [
      'closing',
      '2 of the 3 households of 500112140 are settled',
      (plot) => plot.remove(LEDGER, 'CaseSettled'),
    ],
    [
      'closing',
      `${MAIN} was settled as closed and is fully-paid`,
      (plot) => plot.before(LEDGER, 'TownClosed', told(MAIN, 'CaseReopened')),
    ],
    [
      'closing',
      '2 of the 3 households of 500112140 are settled',
      (plot) => plot.before(LEDGER, 'TownClosed', told(LEDGER, 'CaseUnsettled', { caseId: '2024-main' })),
    ],
    ['closing', '5870.01 is left with 500112140', (plot) => plot.remove(LEDGER, 'SurplusReturned')],
    [
      'closing',
      'is closed a second time',
      (plot) => plot.append(LEDGER, 'TownClosed', plot.data(LEDGER, 'TownClosed')),
    ],
    ['closing', 'paidFen says 3329.98', (plot) => set(plot.data(LEDGER, 'TownClosed'), 'paidFen', 332_998)],
    [
      'closing',
      'recoveredFen says 0.00, counted is 200.00',
      (plot) => set(plot.data(LEDGER, 'TownClosed'), 'recoveredFen', 0),
    ],
    ['closing', '3 cases are settled', (plot) => set(plot.data(LEDGER, 'TownClosed'), 'settled', 2)],
    [
      'closing',
      '3 cases are said to be closed, counted are 2',
      (plot) => set(within(plot.data(LEDGER, 'TownClosed'), 'stages'), 'closed', 3),
    ],
    [
      'closing',
      '1 cases are said to be terminated, counted are 0',
      (plot) => set(within(plot.data(LEDGER, 'TownClosed'), 'stages'), 'terminated', 1),
    ],
    [
      'closing',
      '3000.00 is reserved for case-2024-main, 2129.99 paid',
      (plot) =>
        Object.assign(plot.data(LEDGER, 'ReservationAdjusted'), { subsidyFen: 200_000, rewardFen: 100_000 }),
    ],
    [
      'closing',
      'obligation 1-1 of case-2024-other is under way',
      (plot) => {
        const tranche = { caseId: '2024-other', tranche: 1, seq: 1, attempt: 1, subsidyFen: 0, rewardFen: 0 };
        plot.before(OTHER_LEDGER, 'TownClosed', told(OTHER_LEDGER, 'TrancheAuthorised', tranche));
      },
    ],
    ['closing', `${OTHER_TOWN} is not closed`, (plot) => plot.remove(OTHER_LEDGER, 'TownClosed')],
    [
      'closing',
      '2 towns were allotted a quota',
      (plot) => set(plot.data(PROGRAMME, 'ProgrammeClosed'), 'towns', 1),
    ],
    [
      'closing',
      'allottedFen says 0.00',
      (plot) => set(plot.data(PROGRAMME, 'ProgrammeClosed'), 'allottedFen', 0),
    ],
    [
      'closing',
      'the programme is closed a second time',
      (plot) => plot.append(PROGRAMME, 'ProgrammeClosed', plot.data(PROGRAMME, 'ProgrammeClosed')),
    ],
    [
      'A8',
      'is recovered, 200.00 was asked back',
      (plot) => set(plot.data(LEDGER, 'RecoveryBooked'), 'subsidyFen', 20_001),
    ],
    [
      'A4',
      'is promised and 5870.02 returned of 9000.00',
      (plot) => set(plot.data(LEDGER, 'SurplusReturned'), 'amountFen', 587_002),
    ],
  ],
  closedHistory,
);

function set(data: Record<string, unknown>, name: string, value: unknown): void {
  data[name] = value;
}
