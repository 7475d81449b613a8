import type { Position } from '@eventstore/db-client';
import { BadPosition } from '../errors';

const pattern = /^(0|[1-9]\d{0,18})\/(0|[1-9]\d{0,18})$/;

/** The text in which a place in the total order leaves this store. */
export function textOf({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

/** The server's position behind a text. Throws `BadPosition`. */
export function parsePosition(text: string): Position {
  const [, commit, prepare] = pattern.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) throw new BadPosition(text);
  const position = { commit: BigInt(commit), prepare: BigInt(prepare) };
  if (position.commit < position.prepare) throw new BadPosition(text);
  return position;
}

/** Negative when `a` comes before `b`, 0 when they are the same. Throws `BadPosition`. */
export function comparePositions(a: string, b: string): number {
  const [one, other] = [parsePosition(a), parsePosition(b)];
  return sign(one.commit - other.commit) || sign(one.prepare - other.prepare);
}

const sign = (difference: bigint) => (difference < 0n ? -1 : difference > 0n ? 1 : 0);
