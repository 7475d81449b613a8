import type { KnownStream } from './known-stream';
import { load, type Steps } from './steps';

/** The streams as one command sees them. */
export interface View {
  /** The stream, or `undefined` when it must be loaded first. */
  streamOf(name: string): KnownStream | undefined;
  /** Takes in what was just read from the store. */
  keep(name: string, known: KnownStream): void;
}

/** Says that a stream must be loaded before the question can be answered. */
class MissingStream extends Error {
  constructor(readonly stream: string) {
    super(`${stream} is not loaded`);
  }
}

// Far more than a batch of 200 items touches; a command that never stops asking is a bug.
const loadsMax = 5000;

/** A stream that is certain to be loaded. Throws a signal, which only `loading` understands, when it is not. */
export function loaded(view: View, name: string): KnownStream {
  const known = view.streamOf(name);
  if (!known) throw new MissingStream(name);
  return known;
}

/**
 * Runs pure work again and again until every stream that it touches is loaded. Only the work knows which
 * streams these are: a rule may be the first to look at one.
 */
export function* loading<Result>(view: View, work: () => Result): Steps<Result> {
  for (let loads = 0; loads < loadsMax; loads += 1) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MissingStream)) throw error;
      view.keep(error.stream, yield* load(error.stream));
    }
  }
  throw new Error(`A command touched more than ${loadsMax} streams that were not loaded`);
}
