import { explain, type Command, type Explanation, type Folded, type Rulebook } from '@yihu/workflow';
import { NIL } from 'uuid';
import { checkedTime, commandOf, streamOf } from './request';
import type { Steps } from './steps';
import { loaded, loading, type View } from './view';

/** "What may this actor do here, and why not?", about the commands of one kind of stream or about some. */
export type Question = ({ readonly kind: string } | { readonly commands: readonly string[] }) & {
  readonly subjectId: string;
  readonly actorId: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly now: string;
  /** What the actor would fill in; without it, rules that judge an input are silent. */
  readonly input?: unknown;
};

/** Explains commands, all on the same state of the streams. */
export function* explainCommands(
  rulebook: Rulebook,
  question: Question,
  view: View,
): Steps<readonly Explanation[]> {
  const commands = commandsOf(rulebook, question);
  const { subjectId, actorId, input } = question;
  const now = checkedTime(question.now);
  const foldedOf = (stream: string): Folded => loaded(view, stream).folded;
  return yield* loading(view, () => {
    const read = rulebook.readerOver(foldedOf);
    const actor = rulebook.actorOf(read, actorId);
    const situation = { commandId: NIL, subjectId, now, paperOn: undefined, actor, input };
    return commands.map((command) =>
      explain(command, rulebook.workflowOf(streamOf(command, subjectId)), command.gather(read, situation)),
    );
  });
}

function commandsOf(rulebook: Rulebook, question: Question): readonly Command[] {
  if ('commands' in question) return question.commands.map((name) => commandOf(rulebook, name));
  return [...rulebook.commands.values()].filter((command) => command.on === question.kind);
}
