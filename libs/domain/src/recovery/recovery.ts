import type { Proposal, Recovery } from '@yihu/workflow';
import { caseFact } from '../case/facts';
import { kindOf } from '../kind-of';
import { insteadInCase } from './instead-in-case';
import { insteadInLedger } from './instead-in-ledger';
import { NEVER_LANDED } from './reasons';
import { undo } from './undo';

/**
 * How a decision is mended of which only a part landed: what it took goes back to whoever had it before, and what
 * it gives is told to each stream as the stream can take it by then (F3).
 */
export const recovery: Recovery = {
  // Every kind of stream that commands are about has this note, with the same payload.
  fence: (commandId) => caseFact('DecisionAbandoned', { commandId, reason: NEVER_LANDED }),
  undo: (_stream, taken, before) => undo(taken, before),
  async instead(rest, by, read) {
    const [give] = rest as readonly [Proposal];
    switch (kindOf(give.stream)) {
      case 'ledger':
        return insteadInLedger(rest, by, read);
      case 'case':
        return insteadInCase(give, by, read);
      default:
        return undefined;
    }
  },
};
