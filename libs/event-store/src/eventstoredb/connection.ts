import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';
import { StoreUnavailable } from '../errors';
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

// A list of hosts is no URL to the platform's parser, whose error would tell the password.
const userPattern = /^[^/]*\/\/([^:@/?]*):([^@/?]*)@/;

/** Throws `StoreUnavailable` for an address that would take the client off the path that is relied on. */
export function connect(url: string, limits: CallLimits, isClosed: () => boolean): Connection {
  if (/throwOnAppendFailure=false/i.test(url)) {
    throw new StoreUnavailable('The address of the event store must leave throwOnAppendFailure on.');
  }
  const [, username, password] = userPattern.exec(url) ?? [];
  const credentials =
    username === undefined || password === undefined
      ? NOBODY
      : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { client: EventStoreDBClient.connectionString(url), credentials, limits, isClosed };
}
