import { BadPosition } from '../errors';

const positionPattern = /^[1-9][0-9]{0,15}$/;

/** The rowid behind a position of the embedded store. Throws `BadPosition`. */
export function parsePosition(position: string): number {
  const rowid = Number(position);
  if (!positionPattern.test(position) || !Number.isSafeInteger(rowid)) throw new BadPosition(position);
  return rowid;
}

/** Negative when `a` comes before `b`, 0 when they are the same. Throws `BadPosition`. */
export function comparePositions(a: string, b: string): number {
  return parsePosition(a) - parsePosition(b);
}
