import { TOWN } from './testing/clean-history';
import { findsFaults, within, type Plot } from './testing/plant';
import { ledgerStream } from './testing/steps';
import { told } from './testing/told';

const PROGRAMME = 'programme-2024';
const LEDGER = ledgerStream(TOWN);
const MAIN = 'case-2024-main';
const NONE = 'case-2024-none';
const OVERPAID = 'case-2024-overpaid';
const RATIO = 'case-2024-ratio';

findsFaults('signatures and filing', [
  ['A10', 'the village signs before the household', (plot) => plot.remove(MAIN, 'HouseholdSigned')],
  ['A10', 'the town signs before the village', (plot) => plot.remove(MAIN, 'VillageCadreSigned', 1)],
  [
    'A10',
    'the town signs before the village',
    (plot) => plot.before(MAIN, 'TownCadreSigned', told(MAIN, 'VillageSignatureWithdrawn')),
  ],
  [
    'A10',
    'the village signs before the household',
    (plot) => plot.before(MAIN, 'VillageCadreSigned', told(MAIN, 'HouseholdSignatureWithdrawn')),
  ],
  ['A10', 'HouseholdSigned stands before any plan', (plot) => signNone(plot, 'HouseholdSigned')],
  ['A10', 'VillageCadreSigned stands before any plan', (plot) => signNone(plot, 'VillageCadreSigned')],
  ['A10', 'TownCadreSigned stands before any plan', (plot) => signNone(plot, 'TownCadreSigned')],
  [
    'A10',
    'HouseholdSigned is for another version',
    (plot) => (plot.data(MAIN, 'HouseholdSigned')['planVersion'] = 2),
  ],
  [
    'A10',
    'VillageCadreSigned covers another content',
    (plot) => (plot.data(MAIN, 'VillageCadreSigned')['signature'] = { contentHash: 'plan 0' }),
  ],
  [
    'A10',
    'the town signer is the village signer',
    (plot) => (plot.event(MAIN, 'TownCadreSigned').actorId = 'village-cadre'),
  ],
  ['A7', 'before 500112140 has set standard 1', (plot) => plot.remove(PROGRAMME, 'IncomeStandardSet')],
  [
    'A7',
    'before 500112140 has set standard 1',
    (plot) => {
      // Set, but only after the signature: made to fit.
      const standard = plot.event(PROGRAMME, 'IncomeStandardSet');
      plot.remove(PROGRAMME, 'IncomeStandardSet');
      plot.after(MAIN, 'TownCadreSigned', standard);
    },
  ],
  [
    'A4',
    'is reserved for a plan of',
    (plot) => (within(plot.data(MAIN, 'TownCadreSigned'), 'reserved')['subsidyFen'] = 199_998),
  ],
  ['A4', 'while its ledger holds nothing', (plot) => plot.remove(LEDGER, 'MoneyReserved')],
  [
    'A4',
    'while its ledger holds 1999.98',
    (plot) => (plot.data(LEDGER, 'MoneyReserved')['subsidyFen'] = 199_998),
  ],
  ['A10', 'there is no plan to file', (plot) => plot.append(NONE, 'PlanFiled', { planVersion: 1 })],
  ['A10', 'filed without its three signatures', (plot) => plot.remove(MAIN, 'TownCadreSigned')],
  ['A10', 'filed without its three signatures', (plot) => plot.remove(OVERPAID, 'AmendmentTownCadreSigned')],
  [
    'A10',
    'filed without its three signatures',
    (plot) => plot.before(MAIN, 'PlanFiled', told(MAIN, 'TownSignatureWithdrawn')),
  ],
  [
    'A10',
    'filed without its three signatures',
    (plot) => plot.before(MAIN, 'PlanFiled', told(MAIN, 'PlanReturned')),
  ],
  ['A10', 'another version than 2 is filed', (plot) => (plot.data(MAIN, 'PlanFiled')['planVersion'] = 1)],
  ['A10', 'filed without its three signatures', (plot) => plot.remove(RATIO, 'TownCadreSigned', 1)],
]);

/** Someone signs in a case that has no plan. */
function signNone(plot: Plot, type: string): void {
  plot.append(NONE, type, { planVersion: 1, signature: { contentHash: 'plan 1' } });
}
