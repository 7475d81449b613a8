import type { StoredEvent } from '@yihu/event-store';
import { fold, type Workflow } from '@yihu/workflow';
import { CommandReused } from './errors';
import { metadataOf, recordedFact } from './known-stream';
import type { CommandCall } from './request';

/** What a command did to its subject. It holds nothing that the facts themselves do not tell. */
export interface Answer {
  readonly commandId: string;
  readonly stream: string;
  /** The revision of the command's last fact. */
  readonly revision: number;
  /** The stage of the subject at that revision. */
  readonly stage: string;
  readonly facts: readonly RecordedAs[];
}

/** Where a fact of the command stands in its subject. */
export interface RecordedAs {
  readonly type: string;
  readonly revision: number;
  readonly id: string;
}

/** The answer to a command that recorded these facts in its subject. */
export function answerOf(call: CommandCall, stage: string, facts: readonly RecordedAs[]): Answer {
  return {
    commandId: call.request.commandId,
    stream: call.stream,
    revision: facts.at(-1)!.revision,
    stage,
    facts: facts.map(({ type, revision, id }) => ({ type, revision, id })),
  };
}

/**
 * The answer that a command got when it landed, from the subject's history up to its last fact. Throws
 * `CommandReused` when it was another command that landed under this id.
 */
export function firstAnswer(call: CommandCall, workflow: Workflow, history: readonly StoredEvent[]): Answer {
  const own = history.filter((event) => metadataOf(event).commandId === call.request.commandId);
  if (own.some((event) => metadataOf(event).bodyHash !== call.request.bodyHash)) {
    throw new CommandReused(call.request.commandId);
  }
  return answerOf(call, fold(workflow, history.map(recordedFact)).stage, own);
}
