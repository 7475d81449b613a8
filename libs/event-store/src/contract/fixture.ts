import type { EventStore } from '../event-store';

/** Where the data of one test lives: a folder, a server. */
export interface StorePlace {
  /** Opens the data, each time as another client would. The suite closes what it opened. */
  open(): EventStore | Promise<EventStore>;
  /** Takes the data away after the test. */
  remove(): void | Promise<void>;
}

/** What the contract suite needs to know of a store, and the faults that it can be put through. */
export interface StoreFixture<Place extends StorePlace> {
  readonly atomic: boolean;
  /** Whether an id that stands elsewhere is refused (EVT-01), rather than left to the engine to prevent (T9). */
  readonly refusesKnownIds: boolean;
  /** An empty place. */
  createPlace(): Place | Promise<Place>;
  /** Cases whose fault a fixture cannot cause are not registered. */
  readonly faults: StoreFaults<Place>;
}

/** Things that befall a store from outside. No client of the suite is open unless it says so. */
export interface StoreFaults<Place> {
  /**
   * T12: appends `crashDecision(first)`, `crashDecision(first + 1)` … one after the other, and is killed at
   * a random moment together with whatever holds the data. Answers how many were acknowledged.
   */
  readonly killWriter?: (place: Place, first: number) => Promise<number>;
  /** T23: goes back to an older copy, which ends with the event at `position`. */
  readonly loseEventsAfter?: (place: Place, position: string) => void | Promise<void>;
  /** T29: truncates, deletes or otherwise damages a stream of three events; there may be several ways. */
  readonly damages?: readonly {
    readonly name: string;
    readonly damage: (place: Place, stream: string) => void | Promise<void>;
  }[];
  /** T30: stops the server, while clients are open, and answers how to start it again. */
  readonly stopServer?: (place: Place) => Promise<() => Promise<void>>;
}
