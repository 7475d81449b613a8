export { fact } from './fact';
export type { Fact, FactOf, Metadata, RecordedFact } from './fact';
export { CorruptHistory, ImpureWorkflow, Refused } from './errors';
export { ask, rule } from './rule';
export type { Detail, Refusal, Rule, RuleKind, RuleWeight } from './rule';
export { defineWorkflow, fold, takes, unwritten } from './workflow';
export type { Folded, Reducers, Workflow, WorkflowDefinition } from './workflow';
export { assertPureMachine } from './purity';
export { memoizeMachine, stateKey } from './memo';
export type { MachineMemo, Node } from './memo';
export type { Recovery, Rulebook } from './rulebook';
export { decide, explain, staleRevision } from './command';
export type {
  Actor,
  Command,
  CommandContext,
  Decided,
  Explanation,
  Passed,
  Proposal,
  Recording,
  Situation,
  Streams,
} from './command';
