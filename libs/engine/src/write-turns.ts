/** Lets the commands of a process write to a stream in turn, where each would otherwise only find that it moved. */
export function createWriteTurns() {
  const lasts = new Map<string, Promise<void>>();

  /** Waits for one stream; the answer gives it free. */
  async function take(stream: string): Promise<{ readonly hadToWait: boolean; readonly free: () => void }> {
    const before = lasts.get(stream);
    let free = () => undefined as void;
    const turn = new Promise<void>((resolve) => {
      free = resolve;
    });
    lasts.set(stream, turn);
    await before;
    return {
      hadToWait: before !== undefined,
      free: () => {
        if (lasts.get(stream) === turn) lasts.delete(stream);
        free();
      },
    };
  }

  /** The turns that one command holds. */
  return () => {
    const held = new Map<string, () => void>();
    const freeAll = () => {
      for (const free of held.values()) free();
      held.clear();
    };
    return {
      freeAll,
      /**
       * Holds the turns of all these streams. True when another command had one of them meanwhile, so that what was
       * decided may be old. Everyone takes them in one order, so that no two wait for each other.
       */
      async hold(streams: readonly string[]): Promise<boolean> {
        if (streams.every((stream) => held.has(stream))) return false;
        freeAll();
        let hadToWait = false;
        for (const stream of [...new Set(streams)].sort()) {
          const turn = await take(stream);
          held.set(stream, turn.free);
          hadToWait ||= turn.hadToWait;
        }
        return hadToWait;
      },
    };
  };
}
