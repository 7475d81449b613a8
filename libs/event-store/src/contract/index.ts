import { describeAppending } from './appending';
import { describeCrashing } from './crashing';
import { describeDecisions } from './decisions';
import type { StoreFixture, StorePlace } from './fixture';
import { describeReading } from './reading';
import { describeRefusals } from './refusals';
import { describeStartingPoints, describeSubscribing } from './subscribing';
import { describeTransacting } from './transacting';

export { crashDecision } from './crash-decision';
export type { StoreFaults, StoreFixture, StorePlace } from './fixture';

/**
 * The contract that every store passes, as Jest tests named after the cases T1–T30 of the store's behaviour.
 * A case that needs a fault from outside runs where the fixture can cause it.
 */
export function describeEventStore<Place extends StorePlace>(
  name: string,
  fixture: StoreFixture<Place>,
): void {
  describe(`${name} keeps the contract of the event store`, () => {
    describe('appending', () => describeAppending(fixture));
    describe('refusals', () => describeRefusals(fixture));
    describe('decisions', () => describeDecisions(fixture));
    describe('reading', () => describeReading(fixture));
    describe('subscribing', () => describeSubscribing(fixture));
    describe('starting points', () => describeStartingPoints(fixture));
    describe('transacting', () => describeTransacting(fixture));
    describe('crashing', () => describeCrashing(fixture));
  });
}
