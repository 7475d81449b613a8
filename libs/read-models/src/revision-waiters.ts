/** Requests that wait until the read models have passed a revision of a stream. */
export interface RevisionWaiters {
  /** True once the revision is reached, false after the timeout or when waiting is ended. */
  wait(stream: string, revision: number, timeoutMs: number): Promise<boolean>;
  reached(stream: string, revision: number): void;
  /** Nothing more will come of this stream, or of any without one. */
  end(stream?: string): void;
}

interface Waiter {
  readonly revision: number;
  readonly settle: (reached: boolean) => void;
}

export function createRevisionWaiters(): RevisionWaiters {
  const waitersByStream = new Map<string, Set<Waiter>>();

  const settleWhere = (stream: string, isSettled: (waiter: Waiter) => boolean, reached: boolean) => {
    for (const waiter of waitersByStream.get(stream) ?? []) {
      if (isSettled(waiter)) waiter.settle(reached);
    }
  };

  return {
    wait(stream, revision, timeoutMs) {
      return new Promise((resolve) => {
        const waiters = waitersByStream.get(stream) ?? new Set<Waiter>();
        waitersByStream.set(stream, waiters);
        const settle = (reached: boolean) => {
          clearTimeout(timer);
          waiters.delete(waiter);
          if (waiters.size === 0 && waitersByStream.get(stream) === waiters) waitersByStream.delete(stream);
          resolve(reached);
        };
        const waiter = { revision, settle };
        const timer = setTimeout(() => settle(false), timeoutMs);
        waiters.add(waiter);
      });
    },
    reached: (stream, revision) => settleWhere(stream, (waiter) => waiter.revision <= revision, true),
    end(stream) {
      for (const each of stream === undefined ? [...waitersByStream.keys()] : [stream]) {
        settleWhere(each, () => true, false);
      }
    },
  };
}
