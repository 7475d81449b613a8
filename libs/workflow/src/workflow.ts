import type { AnyStateMachine, StateValue } from 'xstate';
import { CorruptHistory, ImpureWorkflow } from './errors';
import type { Metadata, RecordedFact } from './fact';
import { memoizeMachine, type MachineMemo, type Node } from './memo';
import { assertPureMachine } from './purity';

/** How each fact changes what we know. A reducer never sees the stage; rules see both. */
export type Reducers<Facts, State> = {
  readonly [Type in keyof Facts]: (state: State, data: Facts[Type], by: Metadata) => State;
};

export interface WorkflowDefinition<Facts, State> {
  /** What stands before the first hyphen of a stream name. */
  readonly kind: string;
  readonly version: number;
  /** The legal order. A kind of stream whose facts may come in any order has none. */
  readonly machine?: AnyStateMachine;
  readonly stageOf?: (value: StateValue) => string;
  /** Facts that the machine must take. */
  readonly moves: readonly (keyof Facts & string)[];
  /** Facts that may come at any time after the first move and never reach the machine. */
  readonly notes: readonly (keyof Facts & string)[];
  readonly initial: State;
  readonly reduce: Reducers<Facts, State>;
}

/** A checked definition, ready to fold. */
export interface Workflow<State = unknown> {
  readonly kind: string;
  readonly version: number;
  readonly moves: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly initial: State;
  readonly memo: MachineMemo | undefined;
  reduce(type: string, state: State, data: object, by: Metadata): State;
}

/** A stream as known after its facts so far. `revision` is −1 for a stream without facts. */
export interface Folded<State = unknown> {
  /** The place in the machine, or `undefined` for a workflow without one. */
  readonly node: Node | undefined;
  readonly stage: string;
  readonly data: State;
  readonly revision: number;
  /** Last revision of each fact type, so that a stale screen can be told what changed. */
  readonly lastRevisionOf: Readonly<Record<string, number>>;
  readonly moveRevision: number;
}

/**
 * Checks a definition and prepares it. Throws `ImpureWorkflow` when the machine holds anything but plain
 * targets, when a move is missing from it, or when a fact stands in both lists or in none.
 */
export function defineWorkflow<Facts extends object, State>(
  definition: WorkflowDefinition<Facts, State>,
): Workflow<State> {
  const { kind, version, machine, initial } = definition;
  const moves = new Set<string>(definition.moves);
  const notes = new Set<string>(definition.notes);
  assertFactLists(kind, moves, notes, Object.keys(definition.reduce));
  if (machine) {
    assertPureMachine(machine);
    assertMovesAreTheMachines(kind, moves, machine);
  }
  const stageOf = definition.stageOf ?? ((value: StateValue) => topState(value));
  const memo = machine && memoizeMachine(machine, stageOf);
  const reducers = definition.reduce as Readonly<
    Record<string, Reducers<Record<string, object>, State>[string]>
  >;
  return {
    kind,
    version,
    moves,
    notes,
    initial,
    memo,
    reduce: (type, state, data, by) => reducers[type]!(state, data, by),
  };
}

/** The stream before its first fact. */
export function unwritten<State>(workflow: Workflow<State>): Folded<State> {
  const node = workflow.memo?.initial;
  return {
    node,
    stage: node?.stage ?? '',
    data: workflow.initial,
    revision: -1,
    lastRevisionOf: {},
    moveRevision: -1,
  };
}

/**
 * Folds facts in order, from the start or from where an earlier fold ended. Throws `CorruptHistory` for a
 * fact that the workflow does not know or that its machine cannot take.
 */
export function fold<State>(
  workflow: Workflow<State>,
  facts: readonly RecordedFact[],
  from: Folded<State> = unwritten(workflow),
): Folded<State> {
  let folded = from;
  for (const recorded of facts) folded = step(workflow, folded, recorded);
  return folded;
}

/** Whether the stream could take a fact of this type now, as far as order goes. */
export function takes(workflow: Workflow, folded: Folded, type: string): boolean {
  if (!workflow.memo) return workflow.moves.has(type) || workflow.notes.has(type);
  if (workflow.notes.has(type)) return folded.revision >= 0;
  return workflow.memo.next(folded.node!, type) !== undefined;
}

function step<State>(
  workflow: Workflow<State>,
  folded: Folded<State>,
  recorded: RecordedFact,
): Folded<State> {
  const { type } = recorded;
  if (!workflow.moves.has(type) && !workflow.notes.has(type)) {
    throw new CorruptHistory(
      `${workflow.kind} does not know the fact ${type} at revision ${folded.revision + 1}`,
    );
  }
  if (!takes(workflow, folded, type)) {
    const place = folded.node?.key ?? 'an unwritten stream';
    throw new CorruptHistory(
      `${workflow.kind} cannot take ${type} in ${place} at revision ${folded.revision + 1}`,
    );
  }
  const revision = folded.revision + 1;
  const isMove = workflow.moves.has(type);
  const node = isMove && workflow.memo ? workflow.memo.next(folded.node!, type) : folded.node;
  return {
    node,
    stage: node?.stage ?? '',
    data: workflow.reduce(type, folded.data, recorded.data, recorded.metadata),
    revision,
    lastRevisionOf: { ...folded.lastRevisionOf, [type]: revision },
    moveRevision: isMove ? revision : folded.moveRevision,
  };
}

function topState(value: StateValue): string {
  return typeof value === 'string' ? value : Object.keys(value)[0]!;
}

function assertFactLists(
  kind: string,
  moves: ReadonlySet<string>,
  notes: ReadonlySet<string>,
  reduced: readonly string[],
): void {
  for (const type of reduced) {
    if (moves.has(type) && notes.has(type)) throw new ImpureWorkflow(`${kind}: ${type} is a move and a note`);
    if (!moves.has(type) && !notes.has(type)) throw new ImpureWorkflow(`${kind}: ${type} is in neither list`);
  }
  for (const type of [...moves, ...notes]) {
    if (!reduced.includes(type)) throw new ImpureWorkflow(`${kind}: ${type} has no reducer`);
  }
}

function assertMovesAreTheMachines(kind: string, moves: ReadonlySet<string>, machine: AnyStateMachine): void {
  const known = new Set(machine.events);
  for (const type of moves) {
    if (!known.has(type)) throw new ImpureWorkflow(`${kind}: the machine never takes the move ${type}`);
  }
  for (const type of known) {
    if (!moves.has(type)) throw new ImpureWorkflow(`${kind}: ${type} moves the machine but is not listed`);
  }
}
