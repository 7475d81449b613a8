import type { PartOf } from '../known-stream';

/** What a sweep did. */
export interface Swept {
  /** Decisions that are over now. */
  readonly mended: number;
  /** What stopped the others; they are looked at again the next time. */
  readonly failures: readonly unknown[];
}

/** Looks for open decisions and mends them. */
export interface Sweeper {
  /** Mends all that are open: for a process that starts. */
  sweepAll(): Promise<Swept>;
  /** Mends those that were open at the last sweep already, since a younger one may only be under way. */
  sweep(): Promise<Swept>;
}

interface SweeperParts {
  /** What seems to be open. Each is looked at in its streams before anything is done. */
  open(): Promise<readonly PartOf[]>;
  recover(part: PartOf): Promise<void>;
}

/** Makes the sweeper of a process. How old a decision is, is told by sweeps and not by a clock. */
export function createSweeper({ open, recover }: SweeperParts): Sweeper {
  let seen: ReadonlySet<string> = new Set();

  async function mend(parts: readonly PartOf[]): Promise<Swept> {
    const failures: unknown[] = [];
    for (const part of parts) {
      try {
        await recover(part);
      } catch (error) {
        // One decision that cannot be mended now must not keep the money of the others.
        failures.push(error);
      }
    }
    return { mended: parts.length - failures.length, failures };
  }

  return {
    sweepAll: async () => mend(await open()),
    async sweep() {
      const parts = await open();
      const old = parts.filter(({ commandId }) => seen.has(commandId));
      seen = new Set(parts.map(({ commandId }) => commandId));
      return mend(old);
    },
  };
}
