import { createMachine, fromPromise, setup, type AnyStateMachine } from 'xstate';
import { ImpureWorkflow } from './errors';
import { assertPureMachine } from './purity';

const machineWith = (open: object, root: object = {}): AnyStateMachine =>
  createMachine({ id: 'm', initial: 'open', states: { open, shut: {} }, ...root } as never);

const FORBIDDEN: readonly (readonly [what: string, AnyStateMachine])[] = [
  ['context', machineWith({}, { context: { count: 0 } })],
  ['a guard', machineWith({ on: { Shut: { target: 'shut', guard: () => true } } })],
  ['an action', machineWith({ on: { Shut: { target: 'shut', actions: () => undefined } } })],
  ['entry', machineWith({ entry: () => undefined })],
  ['exit', machineWith({ exit: () => undefined })],
  ['entry of the machine', machineWith({}, { entry: () => undefined })],
  ['invoke', machineWith({ invoke: { src: fromPromise(async () => 1) } })],
  ['after', machineWith({ after: { 1000: 'shut' } })],
  ['always', machineWith({ always: 'shut' })],
  ['onDone', machineWith({ initial: 'in', states: { in: {} }, onDone: 'shut' })],
  ['a final state', machineWith({ type: 'final' })],
  ['a history state', machineWith({ type: 'history' })],
  ['output', machineWith({}, { output: { done: true } })],
  ['reenter', machineWith({ on: { Shut: { target: 'shut', reenter: true } } })],
  ['a wildcard', machineWith({ on: { '*': 'shut' } })],
  ['a partial wildcard', machineWith({ on: { 'Shut.*': 'shut' } })],
  ['a targetless transition', machineWith({ on: { Shut: {} } })],
  ['a transition to nothing', machineWith({ on: { Shut: undefined } })],
  ['a branch on data', machineWith({ on: { Shut: [{ target: 'shut' }, { target: 'open' }] } })],
  ['several targets', machineWith({ on: { Shut: { target: ['shut', 'open'] } } })],
  [
    'a self move of a compound state',
    machineWith({ initial: 'in', states: { in: {} }, on: { Again: 'open' } }),
  ],
  ['tags', machineWith({ tags: 'busy' })],
  ['meta', machineWith({ meta: { owner: 'town' } })],
  [
    'provided actions',
    setup({ actions: { log: () => undefined } }).createMachine({ initial: 'open', states: { open: {} } }),
  ],
  [
    'provided guards',
    setup({ guards: { ok: () => true } }).createMachine({ initial: 'open', states: { open: {} } }),
  ],
  [
    'provided delays',
    setup({ delays: { soon: 10 } }).createMachine({ initial: 'open', states: { open: {} } }),
  ],
];

describe('a workflow machine', () => {
  it.each(FORBIDDEN)('may not hold %s', (_what, machine) => {
    expect(() => assertPureMachine(machine)).toThrow(ImpureWorkflow);
  });

  it('may hold nested and parallel states, plain targets and a self move in a leaf', () => {
    const machine = machineWith({
      type: 'parallel',
      states: {
        left: { initial: 'a', states: { a: { on: { Again: 'a', Next: 'b' } }, b: {} } },
        right: { initial: 'c', states: { c: { on: { Shut: '#m.shut' } } } },
      },
    });
    expect(() => assertPureMachine(machine)).not.toThrow();
  });

  it('is refused with the place and the reason', () => {
    const machine = machineWith({ on: { Shut: { target: 'shut', guard: () => true } } });
    expect(() => assertPureMachine(machine)).toThrow('state open, on Shut uses guard');
  });
});
