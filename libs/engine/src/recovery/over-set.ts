/** More than were ever open at once; what is forgotten is only looked at again. */
const REMEMBERED_MAX = 10_000;

/** Decisions that are known to have landed whole or to have been taken back. */
export function createOverSet() {
  const over = new Set<string>();
  return {
    has: (commandId: string): boolean => over.has(commandId),
    add(commandId: string): void {
      over.add(commandId);
      if (over.size > REMEMBERED_MAX) over.delete(over.values().next().value!);
    },
  };
}
