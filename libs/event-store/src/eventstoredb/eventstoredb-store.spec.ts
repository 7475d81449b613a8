import { randomUUID } from 'node:crypto';
import { describeEventStore } from '../contract';
import { inNamespace } from '../testing/in-namespace';
import { openEventStoreDb } from './open-eventstoredb-store';
import { createServerPlace, serverFaults } from './testing/server-place';

/** Any server of the real kind, on which the contract is run as well. */
const REAL = process.env['YIHU_TEST_ESDB'];

describeEventStore('EventStoreDB', {
  atomic: false,
  refusesKnownIds: false,
  createPlace: createServerPlace,
  faults: serverFaults,
});

if (REAL) {
  describeEventStore(`The server at ${new URL(REAL).host}`, {
    atomic: false,
    refusesKnownIds: false,
    createPlace() {
      const namespace = `contract-${randomUUID()}/`;
      return {
        open: async () => inNamespace(await openEventStoreDb({ url: REAL }), namespace),
        remove: () => undefined,
      };
    },
    faults: {},
  });
}

// Whoever reads the result should know what it is a result of.
afterAll(() => {
  const server = REAL ? `and on the real server ${new URL(REAL).host}` : 'and on no real server';
  process.stdout.write(`The contract ran on the server of this repository ${server}.\n`);
});
