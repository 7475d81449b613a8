import type { Decision, StoredEvent } from '@yihu/event-store';
import type { KnownStream, PartOf } from './known-stream';

/** Something that only the store can do. */
export type Step =
  | { readonly kind: 'load'; readonly stream: string }
  | { readonly kind: 'read'; readonly stream: string; readonly fromRevision: number }
  | { readonly kind: 'append'; readonly decision: Decision }
  | { readonly kind: 'recover'; readonly part: PartOf };

/**
 * Work that hands each step to whoever drives it. Inside a transaction nothing may wait and outside of one
 * everything must, so how a command is settled is written once and driven in two ways.
 */
export type Steps<Result> = Generator<Step, Result, unknown>;

type Done<Result, When> = When extends 'later' ? Promise<Result> : Result;

/** Does the steps, at once or later. */
export interface StoreAccess<When extends 'now' | 'later'> {
  load(stream: string): Done<KnownStream, When>;
  read(stream: string, fromRevision: number): Done<readonly StoredEvent[], When>;
  append(decision: Decision): Done<unknown, When>;
  /** Finishes or takes back a decision of which only a part landed; there is none where streams land together. */
  recover?(part: PartOf): Done<unknown, When>;
}

export function* load(stream: string): Steps<KnownStream> {
  return (yield { kind: 'load', stream }) as KnownStream;
}

export function* read(stream: string, fromRevision: number): Steps<readonly StoredEvent[]> {
  return (yield { kind: 'read', stream, fromRevision }) as readonly StoredEvent[];
}

export function* append(decision: Decision): Steps<void> {
  yield { kind: 'append', decision };
}

export function* recover(part: PartOf): Steps<void> {
  yield { kind: 'recover', part };
}

/** Drives work to its end without waiting. */
export function driveNow<Result>(steps: Steps<Result>, store: StoreAccess<'now'>): Result {
  let next = steps.next();
  while (!next.done) {
    let answer: unknown;
    try {
      answer = perform(next.value, store);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}

/** Drives work to its end, waiting for each step. */
export async function driveLater<Result>(steps: Steps<Result>, store: StoreAccess<'later'>): Promise<Result> {
  let next = steps.next();
  while (!next.done) {
    let answer: unknown;
    try {
      answer = await perform(next.value, store);
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}

function perform(step: Step, store: StoreAccess<'now' | 'later'>): unknown {
  switch (step.kind) {
    case 'load':
      return store.load(step.stream);
    case 'read':
      return store.read(step.stream, step.fromRevision);
    case 'append':
      return store.append(step.decision);
    case 'recover':
      return store.recover?.(step.part);
  }
}
