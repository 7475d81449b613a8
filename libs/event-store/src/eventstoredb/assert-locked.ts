import { BACKWARDS, END, StreamNotFoundError } from '@eventstore/db-client';
import { StoreNotLocked } from '../errors';
import { asked } from './calls';
import type { Connection } from './connection';
import { collect } from './read-stream';

interface AccessList {
  readonly $d?: string | readonly string[];
  readonly $mw?: string | readonly string[];
}

/** Throws `StoreNotLocked` unless nobody but an administrator can delete or truncate a stream. */
export async function assertLocked({ client, credentials, limits }: Connection): Promise<void> {
  const settings = await asked(limits, async () => {
    const read = client.readStream('$settings', {
      direction: BACKWARDS,
      fromRevision: END,
      maxCount: 1,
      credentials,
    });
    try {
      return await collect(read, limits.callTimeoutMs);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  });
  const data = settings[0]?.event?.data as { readonly $userStreamAcl?: AccessList } | undefined;
  const list = data?.$userStreamAcl;
  if (!isClosed(list?.$d) || !isClosed(list?.$mw)) throw new StoreNotLocked();
}

const ADMINISTRATORS: readonly string[] = ['$admins', 'admin'];

/** Whether a right is given to administrators only. */
function isClosed(holders: string | readonly string[] | undefined): boolean {
  return holders !== undefined && [holders].flat().every((holder) => ADMINISTRATORS.includes(holder));
}
