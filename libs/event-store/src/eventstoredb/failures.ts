import { ErrorType, isCommandError, type CommandError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { types } from 'node:util';
import { CorruptStore, StoreUnavailable } from '../errors';

/** A call had no answer within its time. The client itself would wait for ever. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(readonly timeoutMs: number) {
    super(`The event store did not answer within ${timeoutMs} ms.`);
  }
}

/**
 * What a failed call tells about what it asked for: `refused` for good, `not-done` for certain but worth another
 * try, or `unknown`.
 */
export type Meaning = 'refused' | 'not-done' | 'unknown';

const NOT_READY = /server is not ready/i;
const NEVER_CONNECTED = /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|No connection established|Failed to discover/;

export function meaningOf(error: unknown): Meaning {
  if (error instanceof NoAnswer) return 'unknown';
  if (error instanceof CorruptStore) return 'refused';
  const { code, message } = coded(error);
  // What never reached the server, or was turned away at its door, was not done.
  if (NOT_READY.test(message) || NEVER_CONNECTED.test(message)) return 'not-done';
  const failure = commandErrorOf(error);
  if (failure) {
    switch (failure.type) {
      case ErrorType.NOT_LEADER:
        return 'not-done';
      case ErrorType.TIMEOUT:
      case ErrorType.DEADLINE_EXCEEDED:
      case ErrorType.UNAVAILABLE:
      case ErrorType.CANCELLED:
      case ErrorType.UNKNOWN:
        return code === status.UNAUTHENTICATED || code === status.INVALID_ARGUMENT ? 'refused' : 'unknown';
      default:
        return 'refused';
    }
  }
  return code === undefined ? 'refused' : 'unknown';
}

/** What a call that was refused, or failed once too often, is to the port. A bug stays what it is. */
export function toStoreError(error: unknown): Error {
  if (error instanceof NoAnswer) return new StoreUnavailable(error.message, { cause: error });
  const failure = commandErrorOf(error);
  if (failure) {
    switch (failure.type) {
      case ErrorType.ACCESS_DENIED:
        return new StoreUnavailable('The event store does not let this user do it.', { cause: error });
      case ErrorType.STREAM_DELETED:
        return new CorruptStore('A stream was deleted from outside.', { cause: error });
      default:
        return coded(error).code === status.UNAUTHENTICATED
          ? new StoreUnavailable(
              'The event store does not know the user or the password of EVENT_STORE_URL.',
              {
                cause: error,
              },
            )
          : new StoreUnavailable('The event store cannot be reached or failed.', { cause: error });
    }
  }
  if (coded(error).code !== undefined) {
    return new StoreUnavailable('The event store cannot be reached.', { cause: error });
  }
  if (types.isNativeError(error) && NEVER_CONNECTED.test(error.message)) {
    return new StoreUnavailable('The event store cannot be reached.', { cause: error });
  }
  return types.isNativeError(error)
    ? error
    : new Error('Something else than an error was thrown.', { cause: error });
}

/** The client's own error, when it is one. */
export function commandErrorOf(error: unknown): CommandError | undefined {
  return types.isNativeError(error) && isCommandError(error) ? error : undefined;
}

function coded(error: unknown): { readonly code: number | undefined; readonly message: string } {
  if (!types.isNativeError(error)) return { code: undefined, message: '' };
  const { code } = error as { code?: unknown };
  return { code: typeof code === 'number' ? code : undefined, message: error.message };
}
