const CODE = /^HH(\d{1,9})$/;
const DIGITS_MIN = 4;

/** Gives one code after the other, from the first that is above all that are taken. */
export function codesInTurn(taken: readonly string[]): () => string {
  let last = Math.max(0, ...taken.map((code) => Number(CODE.exec(code)?.[1] ?? 0)));
  return () => {
    last += 1;
    return `HH${String(last).padStart(DIGITS_MIN, '0')}`;
  };
}
