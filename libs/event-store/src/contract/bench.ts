import type { EventStore } from '../event-store';
import type { StoreFixture, StorePlace } from './fixture';

/** A fresh place for each test of the surrounding `describe`. */
export interface Bench<Place extends StorePlace> {
  readonly place: Place;
  open(): Promise<EventStore>;
  /** Closes every client, as before a fault from outside. */
  closeAll(): Promise<void>;
}

/** Gives each test of the surrounding `describe` a place of its own and cleans up after it. */
export function useBench<Place extends StorePlace>(fixture: StoreFixture<Place>): Bench<Place> {
  const opened: EventStore[] = [];
  let place: Place | undefined;

  const currentPlace = () => {
    if (place === undefined) throw new Error('The bench is for use inside a test.');
    return place;
  };
  const closeAll = async () => {
    for (const store of opened.splice(0)) await store.close();
  };

  beforeEach(async () => {
    place = await fixture.createPlace();
  });
  afterEach(async () => {
    await closeAll();
    await place?.remove();
  });

  return {
    get place() {
      return currentPlace();
    },
    open: async () => {
      const store = await currentPlace().open();
      opened.push(store);
      return store;
    },
    closeAll,
  };
}
