import { dayInShanghai } from '@yihu/domain';
import type { CaseHistory, Found, History } from './history';

/** What can happen in a season, and how its facts are found. */
export interface Story {
  /** The word of the plans, or one of its own for what a town or a paper shows. */
  readonly name: string;
  /** In the office's words. */
  readonly what: string;
  find(history: History): readonly Scene[];
}

/** One place where a story is told. */
export interface Scene {
  readonly town: string;
  readonly caseIds: readonly string[];
  /** The 户编号, where it is about one household. */
  readonly householdCode?: string;
  readonly facts: readonly FactTold[];
  /** Numbers that the facts add up to, e.g. what was left of a quota. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** A fact that tells a story. */
export interface FactTold {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** ISO date in Shanghai. */
  readonly on: string;
}

export type Test = (found: Found) => boolean;

/** Names a fact by its type, and by what its data must say. */
export function factsOf<Facts>() {
  return <Type extends keyof Facts & string>(
      type: Type,
      says: (data: Facts[Type]) => boolean = () => true,
    ): Test =>
    (found) =>
      found.type === type && says(found.data as Facts[Type]);
}

/** The first facts that pass the tests one behind the other; nothing when one of them does not come. */
export function inOrder(facts: readonly Found[], ...tests: readonly Test[]): readonly Found[] | undefined {
  const found: Found[] = [];
  let from = 0;
  for (const test of tests) {
    const index = facts.findIndex((fact, at) => at >= from && test(fact));
    if (index < 0) return undefined;
    found.push(facts[index]!);
    from = index + 1;
  }
  return found;
}

export function told({ stream, revision, type, recordedAt }: Found): FactTold {
  return { stream, revision, type, on: dayInShanghai(recordedAt) };
}

type CaseScene = Pick<Scene, 'figures'> & { readonly facts: readonly Found[] };

/** A story of single households: what of a case tells it, if anything does. */
export function storyOfCases(
  name: string,
  what: string,
  tell: (each: CaseHistory, history: History) => CaseScene | readonly Found[] | undefined,
): Story {
  const find = (history: History) =>
    history.cases.flatMap((each): Scene[] => {
      const scene = tell(each, history);
      if (scene === undefined) return [];
      const { caseId, householdCode, town } = each;
      const { facts, ...figures }: CaseScene = 'facts' in scene ? scene : { facts: scene };
      return [{ town, caseIds: [caseId], householdCode, facts: facts.map(told), ...figures }];
    });
  return { name, what, find };
}
