import { createMachine } from 'xstate';
import { CorruptHistory, ImpureWorkflow } from './errors';
import type { Metadata } from './fact';
import { defineWorkflow, fold, takes, unwritten } from './workflow';

const door = createMachine({
  id: 'door',
  initial: 'open',
  states: { open: { on: { Shut: 'shut', Pushed: 'open' } }, shut: { on: { Opened: 'open' } } },
});

const by: Metadata = {
  actorId: 'a',
  office: '',
  role: '',
  staffRevision: 0,
  commandId: '',
  bodyHash: '',
  decisionStreams: [],
  recordedAt: '2024-03-01T00:00:00.000Z',
};
const fact = (type: string) => ({ type, data: {}, metadata: by });

interface DoorFacts {
  Shut: object;
  Opened: object;
  Pushed: object;
  Painted: object;
}

const count = (shuts: number) => shuts;
const definition = {
  kind: 'door',
  version: 1,
  machine: door,
  moves: ['Shut', 'Opened', 'Pushed'] as const,
  notes: ['Painted'] as const,
  initial: 0,
  reduce: { Shut: (shuts: number) => shuts + 1, Opened: count, Pushed: count, Painted: count },
};
const workflow = defineWorkflow<DoorFacts, number>(definition);

describe('fold', () => {
  it('moves the node by the machine and the data by the reducer', () => {
    const folded = fold(workflow, ['Shut', 'Opened', 'Shut'].map(fact));
    expect(folded).toMatchObject({ stage: 'shut', data: 2, revision: 2, moveRevision: 2 });
  });

  it('goes on from where an earlier fold ended', () => {
    const first = fold(workflow, [fact('Shut')]);
    expect(fold(workflow, [fact('Opened')], first)).toEqual(fold(workflow, ['Shut', 'Opened'].map(fact)));
  });

  it('keeps a note away from the machine: it changes the revision and no move', () => {
    const folded = fold(workflow, ['Shut', 'Painted'].map(fact));
    expect(folded).toMatchObject({
      stage: 'shut',
      revision: 1,
      moveRevision: 0,
      lastRevisionOf: { Painted: 1 },
    });
  });

  it('tells a self move from a refusal', () => {
    expect(takes(workflow, unwritten(workflow), 'Pushed')).toBe(true);
    expect(takes(workflow, unwritten(workflow), 'Opened')).toBe(false);
  });

  it.each([
    ['a move the machine cannot take', ['Opened']],
    ['a fact in neither list', ['Burnt']],
    ['a note before the first move', ['Painted']],
  ])('throws CorruptHistory for %s', (_what, types) => {
    expect(() => fold(workflow, types.map(fact))).toThrow(CorruptHistory);
  });
});

describe('defineWorkflow', () => {
  it.each([
    ['a fact in both lists', { notes: ['Painted', 'Shut'] }],
    ['a fact in neither list', { notes: [] }],
    ['a listed fact without a reducer', { notes: ['Painted', 'Burnt'] }],
    ['a move that the machine never takes', { moves: ['Shut', 'Opened', 'Pushed', 'Painted'], notes: [] }],
    [
      'a move of the machine that is listed as a note',
      { moves: ['Shut', 'Opened'], notes: ['Pushed', 'Painted'] },
    ],
  ])('refuses %s', (_what, changes) => {
    expect(() => defineWorkflow<DoorFacts, number>({ ...definition, ...changes } as never)).toThrow(
      ImpureWorkflow,
    );
  });
});
