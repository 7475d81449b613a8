import type { Engine } from '@yihu/engine';
import type { EventStore } from '@yihu/event-store';
import type { PeopleIndex, Projector, ReadModels } from '@yihu/read-models';
import type { Vault } from '@yihu/vault';
import type { Clock } from './clock';
import type { Log } from './log';

/** Requests answered since the start. */
export interface RequestCount {
  requests: number;
  /** Seconds during which at least one request was under way. */
  busySeconds: number;
  /** Requests under way now. */
  underWay: number;
}

/** What controllers are made of. It is a class only so that Nest can hand it to them. */
export abstract class ServerParts {
  abstract readonly store: EventStore;
  abstract readonly vault: Vault;
  abstract readonly readModels: ReadModels;
  abstract readonly projector: Projector;
  abstract readonly people: PeopleIndex;
  abstract readonly engine: Engine;
  abstract readonly clock: Clock;
  abstract readonly log: Log;
  abstract readonly requestCount: RequestCount;
}
