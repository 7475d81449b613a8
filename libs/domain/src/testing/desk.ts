import {
  decide,
  explain,
  fold,
  unwritten,
  type Actor,
  type Explanation,
  type Folded,
  type Metadata,
  type RecordedFact,
  type Situation,
} from '@yihu/workflow';
import { rulebook } from '../rulebook';

/** A wish as a test states it. `at` is an instant in UTC; what is left out is what does not matter. */
export interface Wish {
  readonly by: string;
  readonly at: string;
  readonly paperOn?: string;
  readonly input?: object;
}

/** A wish that went through, under the id it had: some facts carry it on. */
export interface Done {
  readonly command: string;
  readonly commandId: string;
  readonly subjectId: string;
  readonly wish: Wish;
}

/** Histories in memory and the rulebook over them: given facts, when a command, then facts or refusals. */
export class Desk {
  readonly histories = new Map<string, RecordedFact[]>();
  /** What was done here, in order, so that it can be done again through a real engine. */
  readonly done: Done[] = [];
  private commands = 0;

  folded(stream: string): Folded {
    const workflow = rulebook.workflowOf(stream);
    return fold(workflow, this.histories.get(stream) ?? [], unwritten(workflow));
  }

  /** Records facts past all rules, for what cannot be brought about by a command yet. */
  record(stream: string, by: string, at: string, ...facts: readonly { type: string; data: object }[]): void {
    for (const each of facts) this.append(stream, { ...each, metadata: metadata(by, at) });
  }

  /** Decides and records; throws `Refused`. */
  do(commandName: string, subjectId: string, wish: Wish): readonly RecordedFact[] {
    const { command, situation, stream } = this.prepare(commandName, subjectId, wish);
    const context = command.gather(this.read(), situation);
    const stamp: Metadata = {
      ...metadata(wish.by, wish.at),
      role: context.role,
      commandId: situation.commandId,
      ...(context.policyVersion !== undefined && { policyVersion: context.policyVersion }),
      ...(wish.paperOn !== undefined && { paperOn: wish.paperOn }),
    };
    const streams = { workflowOf: rulebook.workflowOf, foldedOf: (name: string) => this.folded(name) };
    const decided = decide(command, context, streams, stream, stamp);
    this.done.push({ command: commandName, commandId: situation.commandId, subjectId, wish });
    const proposals = [...decided.takes, decided.subject, ...decided.gives];
    for (const proposal of proposals) {
      for (const each of proposal.facts) this.append(proposal.stream, { ...each, metadata: stamp });
    }
    return proposals.flatMap((proposal) => proposal.facts.map((each) => ({ ...each, metadata: stamp })));
  }

  /** The ids of the rules that refuse, all of them; empty when the command would go through. */
  refusals(commandName: string, subjectId: string, wish: Wish): readonly string[] {
    return this.explain(commandName, subjectId, wish).refusals.map((refusal) => refusal.rule);
  }

  explain(commandName: string, subjectId: string, wish: Wish): Explanation {
    const { command, situation, stream } = this.prepare(commandName, subjectId, wish);
    const context = command.gather(this.read(), situation);
    return explain(command, rulebook.workflowOf(stream), context);
  }

  private prepare(commandName: string, subjectId: string, wish: Wish) {
    const command = rulebook.commands.get(commandName);
    if (!command) throw new Error(`no command ${commandName}`);
    this.commands += 1;
    const situation: Situation = {
      commandId: `00000000-0000-5000-8000-${String(this.commands).padStart(12, '0')}`,
      subjectId,
      now: wish.at,
      paperOn: wish.paperOn,
      actor: this.actor(wish.by),
      input: wish.input,
    };
    return { command, situation, stream: `${command.on}-${subjectId}` };
  }

  private actor(actorId: string): Actor {
    return rulebook.actorOf(this.read(), actorId);
  }

  private read() {
    return rulebook.readerOver((stream) => this.folded(stream));
  }

  private append(stream: string, recorded: RecordedFact): void {
    this.histories.set(stream, [...(this.histories.get(stream) ?? []), recorded]);
    // Folding at once keeps a test from resting on a history that could not have happened.
    this.folded(stream);
  }
}

function metadata(actorId: string, recordedAt: string): Metadata {
  return {
    actorId,
    office: '',
    role: '',
    staffRevision: 0,
    commandId: '',
    bodyHash: '',
    decisionStreams: [],
    recordedAt,
  };
}
