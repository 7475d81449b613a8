import { describeEventStore } from '../contract';
import { createServerPlace, serverFaults } from './testing/server-place';

describeEventStore('EventStoreDB', {
  atomic: false,
  refusesKnownIds: false,
  createPlace: createServerPlace,
  faults: serverFaults,
});
