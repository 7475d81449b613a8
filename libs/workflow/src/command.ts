import { Refused } from './errors';
import type { Fact, Metadata } from './fact';
import { ask, type Refusal, type Rule } from './rule';
import { fold, takes, type Folded, type Workflow } from './workflow';

/** A wish, before anything is read: by whom, when, on which subject, with which input. */
export interface Situation<Input = unknown> {
  readonly commandId: string;
  readonly subjectId: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly now: string;
  /** The date on the office paper, where there is one. */
  readonly paperOn: string | undefined;
  readonly actor: Actor;
  /** Undefined while someone only asks what would be allowed. */
  readonly input: Input | undefined;
}

export interface Actor {
  readonly id: string;
  readonly office: string;
  readonly staffRevision: number;
  readonly grants: readonly { readonly role: string; readonly territory: string }[];
}

/** What a command's rules always see: its situation and the stream it is about. */
export interface CommandContext<Input = unknown> extends Situation<Input> {
  readonly subject: Folded;
  /** The role the actor exercises by this command, for the record. */
  readonly role: string;
  readonly policyVersion?: number | undefined;
}

/** Facts for one stream. */
export interface Proposal {
  readonly stream: string;
  readonly facts: readonly Fact[];
}

/** What a command records: `takes` goes before the subject, `gives` after it. */
export interface Recording {
  readonly takes?: readonly Proposal[];
  readonly subject: readonly Fact[];
  readonly gives?: readonly Proposal[];
}

export interface Command<Context extends CommandContext = CommandContext, Read = unknown> {
  readonly name: string;
  /** The kind of stream the command is about; its append is the commit point. */
  readonly on: string;
  readonly by: readonly string[];
  /** The command is in order when the machine takes one of these facts. */
  readonly moves?: readonly string[];
  /** For commands that record notes only: the stages in which they make sense; any, when left out. */
  readonly stages?: readonly string[];
  /** Notes that make an older screen stale for this command. */
  readonly staleAfter?: readonly string[];
  gather(read: Read, situation: Situation): Context;
  readonly rules: readonly Rule<Context>[];
  record(context: Context): Recording;
}

export interface Explanation {
  readonly command: string;
  readonly allowed: boolean;
  readonly refusals: readonly Refusal[];
  /** Warnings and marks: shown, never stopping. */
  readonly remarks: readonly Refusal[];
  /** The rules that were asked and had nothing against it, the order of the machine first. */
  readonly passed: readonly Passed[];
}

/** A rule that said yes. */
export interface Passed {
  readonly rule: string;
  readonly source: string;
}

/** A recording that its own streams have already taken. */
export interface Decided {
  readonly takes: readonly Proposal[];
  readonly subject: Proposal;
  readonly gives: readonly Proposal[];
  /** Each stream as it will be. */
  readonly after: ReadonlyMap<string, Folded>;
}

/** How `decide` reaches the streams a recording names. */
export interface Streams {
  workflowOf(stream: string): Workflow;
  foldedOf(stream: string): Folded;
}

/** Answers "why can I not?": every reason at once, each with its source and its numbers. */
export function explain<Context extends CommandContext>(
  command: Command<Context>,
  workflow: Workflow,
  context: Context,
): Explanation {
  const outOfOrder = rightStage(command, workflow, context.subject);
  const answers: Refusal[] = [];
  const passed: Passed[] = outOfOrder || !hasOrder(command) ? [] : [RIGHT_STAGE];
  for (const rule of command.rules) {
    if (rule.judgesInput && context.input === undefined) continue;
    const answer = ask(rule, context);
    if (answer) answers.push(answer);
    else passed.push({ rule: rule.id, source: rule.source });
  }
  const refusals = answers.filter((answer) => answer.weight === 'refuse');
  return {
    command: command.name,
    allowed: !outOfOrder && refusals.length === 0,
    refusals: outOfOrder ? [outOfOrder, ...refusals] : refusals,
    remarks: answers.filter((answer) => answer.weight !== 'refuse'),
    passed: withoutContradiction(passed, answers),
  };
}

/**
 * Decides a command: throws `Refused` with every reason, or returns what to append. The proposal is
 * folded before anything is written, so whoever writes and whoever replays assert the same thing.
 */
export function decide<Context extends CommandContext>(
  command: Command<Context>,
  context: Context,
  streams: Streams,
  subjectStream: string,
  metadata: Metadata,
): Decided {
  const explanation = explain(command, streams.workflowOf(subjectStream), context);
  if (!explanation.allowed) throw new Refused(command.name, explanation.refusals);
  const recording = command.record(context);
  const subject = { stream: subjectStream, facts: recording.subject };
  const takesFirst = nonEmpty(recording.takes);
  const givesAfter = nonEmpty(recording.gives);
  const after = new Map<string, Folded>();
  for (const { stream, facts } of [...takesFirst, subject, ...givesAfter]) {
    if (after.has(stream))
      throw new Error(`${command.name} names the stream ${stream} twice in one decision`);
    const recorded = facts.map((each) => ({ ...each, metadata }));
    after.set(stream, fold(streams.workflowOf(stream), recorded, streams.foldedOf(stream)));
  }
  return { takes: takesFirst, subject, gives: givesAfter, after };
}

/** The revision after which an older screen would mislead this command. */
export function staleRevision(command: Command, subject: Folded): number {
  const notes = (command.staleAfter ?? []).map((type) => subject.lastRevisionOf[type] ?? -1);
  return Math.max(subject.moveRevision, ...notes);
}

function nonEmpty(proposals: readonly Proposal[] = []): readonly Proposal[] {
  return proposals.filter((proposal) => proposal.facts.length > 0);
}

const RIGHT_STAGE: Passed = { rule: 'right-stage', source: 'R22, A10' };

/** A command may ask two rules of one name: it has passed when both had nothing against it. */
function withoutContradiction(passed: readonly Passed[], answers: readonly Refusal[]): readonly Passed[] {
  return passed.filter(
    ({ rule }, index) =>
      !answers.some((answer) => answer.rule === rule) &&
      passed.findIndex((each) => each.rule === rule) === index,
  );
}

function hasOrder({ moves, stages }: Command): boolean {
  return moves !== undefined || stages !== undefined;
}

function rightStage(command: Command, workflow: Workflow, subject: Folded): Refusal | undefined {
  const { moves, stages } = command;
  const inOrder = moves
    ? moves.some((type) => takes(workflow, subject, type))
    : (stages?.includes(subject.stage) ?? true);
  if (inOrder) return undefined;
  return {
    rule: RIGHT_STAGE.rule,
    source: RIGHT_STAGE.source,
    clearedBy: 'nobody',
    kind: 'stage',
    weight: 'refuse',
    detail: { stage: subject.stage, place: subject.node?.key ?? '' },
  };
}
