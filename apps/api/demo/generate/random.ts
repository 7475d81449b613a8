/** A stream of numbers in [0, 1), the same for the same key on every machine. */
export type Random = () => number;

/**
 * Mulberry32 seeded by a text key. Each household draws from its own key, so switching another town on moves
 * no number of this one.
 */
export function seededRandom(key: string): Random {
  let state = hashOf(key);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Share<Value> = readonly [value: Value, percent: number];

/** The most common value first. */
export type Shares<Value> = readonly [Share<Value>, ...Share<Value>[]];

/** A whole number from `min` to `max`, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** A multiple of `step` above `min`, up to `max`. */
export function steppedBetween(random: Random, min: number, max: number, step: number): number {
  return min + step * between(random, 0, Math.floor((max - min) / step));
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[between(random, 0, values.length - 1)];
  if (value === undefined) throw new RangeError('Nothing to pick from.');
  return value;
}

/**
 * Exactly `count` values in the given shares, in random order: shares of a small town come out as written and
 * not as luck has it. What rounding leaves over goes to the first share.
 */
export function dealt<Value>(
  random: Random,
  [[common], ...others]: Shares<Value>,
  count: number,
): readonly Value[] {
  const rare = others.flatMap(([value, percent]) =>
    Array<Value>(Math.round((count * percent) / 100)).fill(value),
  );
  return shuffled(random, [...rare, ...Array<Value>(count - rare.length).fill(common)]);
}

export function shuffled<Value>(random: Random, values: readonly Value[]): readonly Value[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);
}

/** FNV-1a over the UTF-16 code units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  return hash;
}
