import { randomUUID } from 'node:crypto';
import { StoreError } from '@yihu/event-store';
import { CorruptHistory } from '@yihu/workflow';
import type { Log } from '../log';

/** Errors whose messages are written to hold no personal data. */
const SPEAKING = [CorruptHistory, StoreError];

/**
 * Logs what should not have happened and returns the id to find it by. The message of an error that we did
 * not write may repeat what it choked on, so only where it happened is logged of those.
 */
export function logBug(log: Log, error: unknown): string {
  const errorId = randomUUID();
  const { name, message, stack } = error instanceof Error ? error : new Error('not an error');
  const speaks = SPEAKING.some((each) => error instanceof each);
  log({
    event: 'bug',
    errorId,
    name,
    ...(speaks && { message }),
    stack: (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
  });
  return errorId;
}
