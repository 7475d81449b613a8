import { setTimeout as pause } from 'node:timers/promises';
import { meaningOf, NoAnswer, toStoreError } from './failures';

/** How long calls may take. */
export interface CallLimits {
  /** One attempt at one call. */
  readonly callTimeoutMs: number;
  /** All attempts at it together. */
  readonly budgetMs: number;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** The outcome of a call, or a throw of `NoAnswer` when there is none in time; `abandon` ends what still runs. */
export async function bounded<T>(call: Promise<T>, timeoutMs: number, abandon?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(timeoutMs)), timeoutMs);
  });
  // An answer that comes after all is nobody's any more.
  call.catch(() => undefined);
  try {
    return await Promise.race([call, late]);
  } catch (error) {
    if (error instanceof NoAnswer) abandon?.();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** What came of several attempts at one call. */
export type Attempted<T> =
  | { readonly value: T; readonly attempts: number }
  /** The last failure, and whether an earlier or this attempt may have been done nevertheless. */
  | { readonly failure: unknown; readonly mayBeDone: boolean };

/** Tries a call again while that may help and there is time. */
export async function attempted<T>({ budgetMs }: CallLimits, call: () => Promise<T>): Promise<Attempted<T>> {
  const endsAt = performance.now() + budgetMs;
  let mayBeDone = false;
  for (
    let attempts = 1, pauseMs = FIRST_PAUSE_MS;
    ;
    attempts += 1, pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
  ) {
    try {
      return { value: await call(), attempts };
    } catch (failure) {
      const meaning = meaningOf(failure);
      mayBeDone ||= meaning === 'unknown';
      if (meaning === 'refused' || performance.now() + pauseMs > endsAt) return { failure, mayBeDone };
      await pause(pauseMs);
    }
  }
}

/** The same for a call that changes nothing. Throws `StoreUnavailable` and `CorruptStore`. */
export async function asked<T>(limits: CallLimits, call: () => Promise<T>): Promise<T> {
  const outcome = await attempted(limits, call);
  if ('failure' in outcome) throw toStoreError(outcome.failure);
  return outcome.value;
}
