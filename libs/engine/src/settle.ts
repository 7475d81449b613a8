import { DuplicateEventId, RevisionConflict, StoreError } from '@yihu/event-store';
import type { Rulebook } from '@yihu/workflow';
import { firstAnswer, type Answer } from './answer';
import { CommandReused, SubjectChanged } from './errors';
import { judge, type Attempt, type DecidingView, type Verdict } from './judge';
import { learn, metadataOf } from './known-stream';
import { planOf, type Plan } from './plan';
import type { CommandCall } from './request';
import { openPart } from './recovery/open-part';
import { append, read, recover, type Steps } from './steps';
import { loaded, loading } from './view';

/** What a command sees while it is being settled, and where its effect goes. */
export interface SettlingView extends DecidingView {
  /** Whether the stream was read from the store since this work began, and is not just remembered. */
  isCurrent(stream: string): boolean;
  /** Forgets what may be older than the store. */
  forget(streams: Iterable<string>): void;
  /** Takes in what was appended. Answers nothing when the store must be asked what it holds. */
  accept(plan: Plan): Answer | undefined;
  /** Whether the streams of a decision land one after the other. */
  readonly landsInParts: boolean;
  /** Whether a decision is known to have landed whole, or to be over. */
  isOver(commandId: string): boolean;
}

// A conflict says that another process was faster. Losing more often than this says that something is wrong.
const decidedAgainMax = 5;

/**
 * Settles one command: with its effect, with its first answer when it landed before, or with a refusal.
 *
 * What is remembered may be older than the store, as far as other processes write to it. An append checks
 * what it rests on; what ends without an append is checked before it is believed. When it was the subject
 * that changed, the command is not decided again, since a person decided it on what they saw.
 */
export function* settle(rulebook: Rulebook, call: CommandCall, view: SettlingView): Steps<Answer> {
  const attempt: Attempt = { subjectRevision: undefined, touched: new Map() };
  for (let again = 0; ; again += 1) {
    try {
      const answer = yield* settleOnce(rulebook, call, view, attempt, again === decidedAgainMax);
      if (answer) return answer;
    } catch (error) {
      if (error instanceof DuplicateEventId && again > 0) {
        // The ids come from the command's, and nothing remembered is old any more: another command has them.
        throw new CommandReused(call.request.commandId);
      } else if (error instanceof RevisionConflict || error instanceof DuplicateEventId) {
        if (again === decidedAgainMax) throw error;
        view.forget(attempt.touched.keys());
      } else {
        throw error;
      }
    }
  }
}

/** Answers nothing when what was known turned out to be old, and the command must be judged again. */
function* settleOnce(
  rulebook: Rulebook,
  call: CommandCall,
  view: SettlingView,
  attempt: Attempt,
  isLastTime: boolean,
): Steps<Answer | undefined> {
  const { stream } = call;
  const verdict = yield* judged(rulebook, call, view, attempt, isLastTime);
  if (!verdict) return undefined;
  switch (verdict.kind) {
    case 'landed': {
      const history = yield* read(stream, 0);
      return firstAnswer(call, rulebook.workflowOf(stream), history.slice(0, verdict.revision + 1));
    }
    case 'changed':
      if (yield* refresh(rulebook, view, [stream])) return undefined;
      return yield* subjectChanged(stream, verdict.seenRevision, view);
    case 'decided': {
      if (yield* mended(view, attempt)) return undefined;
      attempt.subjectRevision = attempt.touched.get(stream)!.folded.revision;
      // The store takes ids that already stand at their places for a repeat, whatever the rest of the events
      // says. So the same command must not have landed elsewhere when this decision is appended.
      if (yield* refresh(rulebook, view, [stream])) return undefined;
      const plan = planOf(rulebook, call, verdict, attempt.touched, view.landsInParts);
      yield* append(plan.decision);
      return view.accept(plan);
    }
  }
}

/**
 * Judges the command. A refusal, or a failure, may only come of streams that are old or hold half a decision: then
 * they are read or mended, and nothing is answered, so that it is judged again.
 */
function* judged(
  rulebook: Rulebook,
  call: CommandCall,
  view: SettlingView,
  attempt: Attempt,
  isLastTime: boolean,
): Steps<Verdict | undefined> {
  try {
    return yield* loading(view, () => {
      attempt.touched.clear();
      return judge(rulebook, call, view, attempt);
    });
  } catch (error) {
    if (isLastTime || error instanceof StoreError) throw error;
    const isOld = (yield* mended(view, attempt)) || (yield* refresh(rulebook, view, attempt.touched.keys()));
    if (!isOld) throw error;
    return undefined;
  }
}

/** Mends a decision of which the streams in sight hold only a part. True when there was one. */
function* mended(view: SettlingView, { touched }: Attempt): Steps<boolean> {
  const part = openPart(touched, view.isOver);
  if (!part) return false;
  yield* recover(part);
  view.forget(touched.keys());
  return true;
}

/** Reads what the store has beyond what is remembered of these streams. True when there was something. */
function* refresh(rulebook: Rulebook, view: SettlingView, streams: Iterable<string>): Steps<boolean> {
  let found = false;
  for (const stream of [...streams].filter((name) => !view.isCurrent(name))) {
    const known = loaded(view, stream);
    const events = yield* read(stream, known.folded.revision + 1);
    view.keep(stream, learn(rulebook.workflowOf(stream), events, known));
    found ||= events.length > 0;
  }
  return found;
}

/** What a person is told whose command came after somebody else's. */
export function* subjectChanged(stream: string, seenRevision: number, view: SettlingView): Steps<never> {
  const events = yield* read(stream, seenRevision + 1);
  const changes = events.map((event) => {
    const { recordedAt, role } = metadataOf(event);
    return { type: event.type, revision: event.revision, recordedAt, role };
  });
  throw new SubjectChanged(stream, seenRevision, loaded(view, stream).folded.revision, changes);
}
