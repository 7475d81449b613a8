import {
  CorruptHistory,
  fold,
  type Fact,
  type Folded,
  type Metadata,
  type Recording,
  type Workflow,
} from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { OVERTAKEN } from './reasons';

/** Reads a stream as it is by now. */
export type ReadNow = (stream: string) => Promise<Folded>;

/** Whether a stream can take a fact where it is. */
export function isTakeable<State>(
  workflow: Workflow<State>,
  folded: Folded<State>,
  fact: Fact,
  by: Metadata,
): boolean {
  try {
    fold(workflow, [{ ...fact, metadata: by }], folded);
    return true;
  } catch (error) {
    if (error instanceof CorruptHistory) return false;
    throw error;
  }
}

/**
 * The facts as a stream is told them that may have gone on meanwhile: `tell` says for each what is told in its
 * place. Undefined when all are told as they were decided.
 */
export function retold<State>(
  workflow: Workflow<State>,
  start: Folded<State>,
  facts: readonly Fact[],
  by: Metadata,
  tell: (fact: Fact, folded: Folded<State>) => readonly Fact[],
): readonly Fact[] | undefined {
  let folded = start;
  const told: Fact[] = [];
  for (const fact of facts) {
    const now = tell(fact, folded);
    const recorded = now.map((each) => ({ ...each, metadata: by }));
    folded = fold(workflow, recorded, folded);
    told.push(...now);
  }
  const isAsDecided = told.length === facts.length && told.every((each, index) => each === facts[index]);
  return isAsDecided ? undefined : told;
}

/** What a stream is told that is not to hear of a decision any more. */
export function closed(told: readonly Fact[], { commandId }: Metadata): readonly Fact[] {
  return [...told, caseFact('DecisionAbandoned', { commandId, reason: OVERTAKEN })];
}

/** A stream that is told nothing still has to show that it was not forgotten. */
export function orNote(told: readonly Fact[] | undefined, by: Metadata): Recording | undefined {
  return told && { subject: told.length > 0 ? told : closed([], by) };
}
