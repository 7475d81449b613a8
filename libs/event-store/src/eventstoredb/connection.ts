import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';
import type { CallLimits } from './calls';

/** The one client of a process and how it is used. */
export interface Connection {
  readonly client: EventStoreDBClient;
  /** Given with every call: it is what keeps appends off the batch path, which has no deadline of its own. */
  readonly credentials: Credentials;
  readonly limits: CallLimits;
  isClosed(): boolean;
}

/** What an insecure server, which asks for no password, is told. */
const NOBODY: Credentials = { username: 'admin', password: 'changeit' };

export function connect(url: string, limits: CallLimits, isClosed: () => boolean): Connection {
  const { username, password } = new URL(url);
  const credentials =
    username === ''
      ? NOBODY
      : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { client: EventStoreDBClient.connectionString(url), credentials, limits, isClosed };
}
