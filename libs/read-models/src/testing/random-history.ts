import { caseWorkflow, type CaseFacts } from '@yihu/domain';
import fc from 'fast-check';
import type { Fact } from '@yihu/workflow';
import { factFor, type Story } from './case-facts';

const moves = [...caseWorkflow.moves].sort();
const notes = [...caseWorkflow.notes].sort();

/** Legal histories of a case, found by walking the domain's own machine at random. */
export function legalHistories(householdCode: string, town: string): fc.Arbitrary<readonly Fact[]> {
  return fc
    .array(fc.nat(9_999), { minLength: 1, maxLength: 40 })
    .map((choices) => walk(choices, { householdCode, town, planVersion: 0 }));
}

function walk(choices: readonly number[], story: Story): readonly Fact[] {
  const memo = caseWorkflow.memo!;
  let place = memo.initial;
  return choices.map((choice) => {
    const possible = moves.filter((type) => memo.next(place, type) !== undefined);
    // Every fifth step is a note, except that a case begins with its opening and may have nowhere left to go.
    const isNote = place !== memo.initial && (possible.length === 0 || choice % 5 === 0);
    const types = isNote ? notes : possible;
    const type = types[Math.floor(choice / 5) % types.length] as keyof CaseFacts;
    if (!isNote) place = memo.next(place, type)!;
    return factFor(type, story);
  });
}
