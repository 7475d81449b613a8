/** Collects what comes at about the same time, so that it can share one commit. */
export interface Collector<Item> {
  /** Announces an item that still has something to wait for. */
  expect(): void;
  /** Adds an item that was announced. */
  add(item: Item): void;
}

/** How large a batch may grow, and how long it waits for items that were announced. */
export interface CollectorLimits {
  readonly itemsMax: number;
  readonly waitMs: number;
}

/**
 * Hands items to `run` in batches. A batch goes when nothing more is expected, at the end of the turn of
 * the event loop, so that all requests of one turn share it and a lone one waits for nobody; when it is
 * full; or when its first item has waited for `waitMs`.
 */
export function createCollector<Item>(
  { itemsMax, waitMs }: CollectorLimits,
  run: (batch: readonly Item[]) => void,
): Collector<Item> {
  let items: Item[] = [];
  let expected = 0;
  let turnEnd: NodeJS.Immediate | undefined;
  let patience: NodeJS.Timeout | undefined;

  function go(): void {
    clearImmediate(turnEnd);
    clearTimeout(patience);
    turnEnd = patience = undefined;
    const batch = items;
    items = [];
    if (batch.length > 0) run(batch);
  }

  function goSoon(): void {
    if (items.length === 0) return;
    if (items.length >= itemsMax) return go();
    patience ??= setTimeout(go, waitMs);
    turnEnd ??= setImmediate(() => {
      turnEnd = undefined;
      if (expected === 0) go();
    });
  }

  return {
    expect: () => void (expected += 1),
    add(item) {
      expected -= 1;
      items.push(item);
      goSoon();
    },
  };
}
