import type { ItemResult } from '@yihu/api-contract';
import type { ChipTone } from '../../../components/chip';
import type { IconName } from '../../../components/icon';
import type { UndoOutcome } from './use-batch-undo';

export type OutcomeWord = 'done' | 'refused' | 'changed' | 'unknown' | 'unticked' | 'undone';

/** How each way to end looks: a drawing, a colour and a word. */
export const OUTCOME_LOOKS: Readonly<Record<OutcomeWord, readonly [ChipTone, IconName]>> = {
  done: ['done', 'approved'],
  refused: ['late', 'refused'],
  changed: ['returned', 'back'],
  unknown: ['running', 'question'],
  unticked: ['idle', 'waiting'],
  undone: ['idle', 'undo'],
};

/** In one word how an item ended. What changed meanwhile is no refusal: it was not signed in anybody's name. */
export function outcomeOf(result: ItemResult | undefined, undone: UndoOutcome | undefined): OutcomeWord {
  if (!result) return 'unticked';
  if (undone === 'undone') return 'undone';
  if (undone === 'unknown') return 'unknown';
  if (result.ok) return 'done';
  if ((result.problem?.changes ?? []).length > 0) return 'changed';
  return (result.problem?.status ?? 500) >= 500 ? 'unknown' : 'refused';
}
