import type { AnyStateMachine } from 'xstate';
import { ImpureWorkflow } from './errors';

type Config = Readonly<Record<string, unknown>>;

const MACHINE_KEYS = new Set(['id', 'initial', 'states', 'on', 'type', 'description']);
const STATE_KEYS = new Set(['initial', 'states', 'on', 'type', 'description']);
const TRANSITION_KEYS = new Set(['target', 'description']);

/**
 * Throws `ImpureWorkflow` when a machine holds anything but states and plain targets. Only then is its
 * answer for (state value, fact) the same for ever, which the memo and every replay depend on.
 */
export function assertPureMachine(machine: AnyStateMachine): void {
  const config = machine.config as unknown as Config;
  for (const [kind, implementations] of Object.entries(machine.implementations)) {
    if (Object.keys(implementations as object).length > 0) refuse('the machine', `provides ${kind}`);
  }
  onlyKnownKeys('the machine', config, MACHINE_KEYS);
  walk('the machine', config, '');
}

function walk(place: string, state: Config, name: string): void {
  if (state['type'] !== undefined && state['type'] !== 'parallel') {
    refuse(place, `has type ${String(state['type'])}`);
  }
  const children = (state['states'] ?? {}) as Readonly<Record<string, Config>>;
  const isLeaf = Object.keys(children).length === 0;
  for (const [type, transition] of Object.entries((state['on'] ?? {}) as Config)) {
    checkTransition(`${place}, on ${type}`, type, transition, isLeaf ? undefined : name);
  }
  for (const [childName, child] of Object.entries(children)) {
    const childPlace = `state ${childName}`;
    onlyKnownKeys(childPlace, child, STATE_KEYS);
    walk(childPlace, child, childName);
  }
}

function checkTransition(place: string, type: string, transition: unknown, compoundName?: string): void {
  if (type.includes('*')) refuse(place, 'is a wildcard');
  if (Array.isArray(transition)) refuse(place, 'branches: another outcome is another fact');
  const target = typeof transition === 'string' ? transition : (transition as Config | undefined)?.['target'];
  if (typeof transition === 'object' && transition !== null) {
    onlyKnownKeys(place, transition as Config, TRANSITION_KEYS);
  }
  if (typeof target !== 'string') refuse(place, 'has no single target');
  if (compoundName !== undefined && target === compoundName) {
    refuse(place, 'moves a compound state to itself: write the self move in each leaf');
  }
}

function onlyKnownKeys(place: string, config: Config, allowed: ReadonlySet<string>): void {
  for (const key of Object.keys(config)) {
    if (!allowed.has(key)) refuse(place, `uses ${key}`);
  }
}

function refuse(place: string, what: string): never {
  throw new ImpureWorkflow(`${place} ${what}; a workflow machine holds the legal order and nothing else`);
}
