import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { Fault } from './faults';

type Refusal = Pick<ServiceError, 'code' | 'details' | 'metadata'>;

/** How the server refuses a call: a status, and trailers that the client makes its errors of. */
export function refusal(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): Refusal {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return { code, details, metadata };
}

export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const badPosition = (): Refusal => refusal(status.INVALID_ARGUMENT, 'Unknown position');

export const tooLarge = (limitBytes: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size Exceeded`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limitBytes),
  });

export const missingProperty = (name: string): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Required Metadata Property Missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': name,
  });

/** The refusal that a fault of the script is, outside of a batch append. */
export function refusalOf(fault: Fault): Refusal | undefined {
  switch (fault.kind) {
    case 'not-leader':
      return refusal(status.NOT_FOUND, 'Leader info available', {
        exception: 'not-leader',
        'leader-endpoint-host': fault.host,
        'leader-endpoint-port': String(fault.port),
      });
    case 'not-ready':
      return refusal(status.UNAVAILABLE, 'Server Is Not Ready');
    case 'timeout':
      return refusal(status.ABORTED, 'Operation timed out');
    case 'access-denied':
      return refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
    case 'unauthenticated':
      return refusal(status.UNAUTHENTICATED, 'UnAuthenticated');
    case 'too-slow':
      return refusal(status.ABORTED, 'Operation timed out: Consumer too slow to handle event while live.');
    default:
      return undefined;
  }
}
