import { findsFaults, rowOf } from './testing/plant';

const FIRST_BATCH = 'payment-2024-main-1-1-1';
const SECOND_BATCH = 'payment-2024-main-2-1-1';

findsFaults('payment batches', [
  [
    'A11',
    'stands in two batches',
    (plot) => plot.append('payment-again', 'BatchDrawn', plot.data(FIRST_BATCH, 'BatchDrawn')),
  ],
  ['A11', 'row 2 was never drawn', (plot) => (plot.data(FIRST_BATCH, 'ItemReturned')['row'] = 2)],
  ['A11', 'is confirmed twice', (plot) => plot.append(SECOND_BATCH, 'ItemConfirmed', { row: 1 })],
  ['A11', 'is confirmed twice', (plot) => plot.remove('payment-2024-reversed-2-1-1', 'ItemReversed')],
  ['A5', 'the rows are summed to', (plot) => (plot.data(FIRST_BATCH, 'BatchDrawn')['sumFen'] = 99_998)],
  ['A5', 'the batch counts 2 rows', (plot) => (plot.data(FIRST_BATCH, 'BatchDrawn')['count'] = 2)],
  [
    'A5',
    'the parts of row 1',
    (plot) => (rowOf(plot.data(FIRST_BATCH, 'BatchDrawn'), 'rows')['rewardFen'] = 1),
  ],
  [
    'A5',
    'a row of 0.00',
    (plot) =>
      Object.assign(rowOf(plot.data(FIRST_BATCH, 'BatchDrawn'), 'rows'), { subsidyFen: 0, amountFen: 0 }),
  ],
]);
