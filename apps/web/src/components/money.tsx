import { yuan } from '../shared/format';

interface Props {
  readonly fen: number | undefined;
  /** A change is written with its sign. */
  readonly signed?: boolean;
}

/** An amount in yuan with its two decimals; no such amount is a dash. The unit stands once in the head. */
export function Money({ fen, signed = false }: Props) {
  // A minus and not a hyphen.
  if (fen !== undefined && fen < 0) return <span>{`−${yuan(-fen)}`}</span>;
  return <span>{signed && fen !== undefined ? `+${yuan(fen)}` : yuan(fen)}</span>;
}
