import { STAGES, type Stage } from '@yihu/domain';
import type { CaseRow } from './case-list';

/** A stage on a case's way, when it was entered last (UTC) and by whom. */
export interface EnteredStage {
  readonly stage: Stage;
  readonly at: string;
  readonly by: string;
}

const DRAFTED_PLACES = ['drafted.editing', 'drafted.household-signed', 'drafted.village-signed'];

/** The stages on the way to where a case stands, in order; those it was sent back from are not among them. */
export function wayOf({ entered }: Pick<CaseRow, 'entered'>): readonly EnteredStage[] {
  return JSON.parse(entered) as readonly EnteredStage[];
}

/**
 * The way after a fact. A stage that is entered again drops itself and what lay behind it. A plan is whose it was
 * drawn up by, and not of whoever opened the case or sent it back.
 */
export function wayAfter(row: CaseRow, next: EnteredStage, isDrawnUp: boolean): string {
  if (row.stage === next.stage && row.place !== '' && !isDrawnUp) return row.entered;
  const kept = wayOf(row).filter(({ stage }) => STAGES.indexOf(stage) < STAGES.indexOf(next.stage));
  return JSON.stringify([...kept, next]);
}

/** How far a place is on a case's way; a return is over once the case has come further than before it. */
export function rankOf({ stage, place }: Pick<CaseRow, 'stage' | 'place'>): number {
  return stage === 'drafted' ? DRAFTED_PLACES.indexOf(place) : DRAFTED_PLACES.length + STAGES.indexOf(stage);
}
