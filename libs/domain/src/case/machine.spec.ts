import { initialTransition, transition, type StateValue } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { memoizeMachine, stateKey } from '@yihu/workflow';
import { caseMachine, ENDINGS, stageOf, STAGES, type Stage } from './machine';

const facts = [...caseMachine.events].sort();
const snapshotAt = (value: StateValue) => caseMachine.resolveState({ value, context: {} });

/** Every value that can be reached from a value by the allowed facts, found by asking XState alone. */
function reachableFrom(start: StateValue, allowed: readonly string[]): StateValue[] {
  const seen = new Map<string, StateValue>([[stateKey(start), start]]);
  const queue = [start];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    const snapshot = snapshotAt(value);
    for (const type of allowed.filter((each) => snapshot.can({ type: each } as never))) {
      const after = transition(caseMachine, snapshot as never, { type } as never)[0].value as StateValue;
      if (seen.has(stateKey(after))) continue;
      seen.set(stateKey(after), after);
      queue.push(after);
    }
  }
  return [...seen.values()];
}

const initialValue = initialTransition(caseMachine)[0].value;
const values = reachableFrom(initialValue, facts);
const shortest = getShortestPaths(caseMachine, { events: facts.map((type) => ({ type })) as never });

describe('the case machine', () => {
  it('has 44 moves, 53 reachable values, 40 of them in force', () => {
    expect(facts).toHaveLength(44);
    expect(values).toHaveLength(53);
    expect(values.filter((value) => typeof value === 'object' && 'in-force' in value)).toHaveLength(40);
  });

  // 40 outside in-force; inside, 29 progress moves beside 5 amendment places and 18 amendment moves beside
  // 8 progress places: 40 + 29 × 5 + 18 × 8.
  it('has 329 transitions', () => {
    const count = values.flatMap((value) => facts.filter((type) => snapshotAt(value).can({ type } as never)));
    expect(count).toHaveLength(329);
  });

  describe('memo against XState, every value × every fact', () => {
    const memo = memoizeMachine(caseMachine, stageOf);
    const nodes = new Map([[memo.initial.key, memo.initial]]);
    for (const node of nodes.values()) {
      for (const type of facts) {
        const next = memo.next(node, type);
        if (next) nodes.set(next.key, next);
      }
    }

    it('reaches the same values', () => {
      expect([...nodes.keys()].sort()).toEqual(values.map(stateKey).sort());
    });

    it.each([...nodes.values()].map((node) => [node.key, node] as const))('%s', (_key, node) => {
      for (const type of facts) {
        const snapshot = snapshotAt(node.value);
        const next = memo.next(node, type);
        expect([type, next !== undefined]).toEqual([type, snapshot.can({ type } as never)]);
        if (!next) continue;
        expect(next.value).toEqual(transition(caseMachine, snapshot as never, { type } as never)[0].value);
        // A second asking must give the very same node, or places could not be compared by identity.
        expect(memo.next(node, type)).toBe(next);
      }
    });
  });

  it('has a shortest path to every value, which replays to that value', () => {
    expect(shortest.map((path) => stateKey(path.state.value)).sort()).toEqual(values.map(stateKey).sort());
    const memo = memoizeMachine(caseMachine, stageOf);
    for (const path of shortest) {
      const end = path.steps
        .filter((step) => step.event.type !== 'xstate.init')
        .reduce((node, step) => memo.next(node, step.event.type)!, memo.initial);
      expect(end.value).toEqual(path.state.value);
    }
  });

  it.each(values.map((value) => [stateKey(value), value] as const))(
    'can reach an ending from %s',
    (_key, value) => {
      const stages = reachableFrom(value, facts).map(stageOf);
      expect(stages.some((stage) => ENDINGS.includes(stage as Stage))).toBe(true);
    },
  );

  // Each row: without this fact, that stage is out of reach.
  it.each([
    ['TownCadreSigned', 'cadre-signed', 'R22, A10'],
    ['PlanFiled', 'filed', 'R23, A10'],
    ['WorkAccepted', 'accepted', 'R28, A7'],
    ['WorkAccepted', 'fully-paid', 'R28, A7'],
    ['CaseClosed', 'closed', 'R35'],
  ])('without %s no case reaches %s (%s)', (missing, stage) => {
    const rest = facts.filter((type) => type !== missing);
    expect(reachableFrom(initialValue, rest).map(stageOf)).not.toContain(stage);
  });

  it('names only the stages of the design', () => {
    expect([...new Set(values.map(stageOf))].sort()).toEqual(['unopened', ...STAGES].sort());
  });
});
