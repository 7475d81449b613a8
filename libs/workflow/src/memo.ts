import { initialTransition, transition, type AnyStateMachine, type StateValue } from 'xstate';

/** A place in the machine. One object for each state value, so places compare by identity. */
export interface Node {
  readonly value: StateValue;
  /** The state value as text with sorted keys, for keys and messages. */
  readonly key: string;
  readonly stage: string;
}

export interface MachineMemo {
  readonly initial: Node;
  /** Where the fact leads, or `undefined` when the machine does not take it here. */
  next(node: Node, factType: string): Node | undefined;
}

/**
 * Remembers XState's own answer for each (place, fact). The machine is pure, so the first answer holds
 * for ever; asking again would cost tens of microseconds for each event of each history.
 */
export function memoizeMachine(
  machine: AnyStateMachine,
  stageOf: (value: StateValue) => string,
): MachineMemo {
  const nodes = new Map<string, Node>();
  const answers = new Map<Node, Map<string, Node | undefined>>();

  const intern = (value: StateValue): Node => {
    const key = stateKey(value);
    const known = nodes.get(key);
    if (known) return known;
    const node: Node = { value, key, stage: stageOf(value) };
    nodes.set(key, node);
    answers.set(node, new Map());
    return node;
  };

  const ask = (node: Node, type: string): Node | undefined => {
    const snapshot = machine.resolveState({ value: node.value, context: {} });
    if (!snapshot.can({ type })) return undefined;
    return intern(transition(machine, snapshot, { type })[0].value as StateValue);
  };

  return {
    initial: intern(initialTransition(machine)[0].value as StateValue),
    next(node, type) {
      const known = answers.get(node)!;
      if (known.has(type)) return known.get(type);
      const answer = ask(node, type);
      known.set(type, answer);
      return answer;
    },
  };
}

/** A state value as text: `drafted.editing`, `in-force{amendment.none filed.payable}`. */
export function stateKey(value: StateValue): string {
  if (typeof value === 'string') return value;
  const parts = Object.keys(value)
    .sort()
    .map((name) => joined(name, value[name]));
  return parts.length === 1 ? parts[0]! : `{${parts.join(' ')}}`;
}

function joined(name: string, inner: StateValue | undefined): string {
  if (inner === undefined || (typeof inner === 'object' && Object.keys(inner).length === 0)) return name;
  const text = stateKey(inner);
  return text.startsWith('{') ? `${name}${text}` : `${name}.${text}`;
}
