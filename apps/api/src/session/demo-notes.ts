import type { DemoAccount, DemoStory } from '@yihu/api-contract';

/** What a demo knows beside its events: who is worth being, and what is worth a look. */
export interface DemoNotes {
  /** As the first screen names it, `渝北区`. */
  readonly districtName: string;
  readonly accounts: readonly Pick<DemoAccount, 'key' | 'staffId' | 'surface'>[];
  readonly stories: readonly DemoStory[];
}

/** Under which Nest hands the notes over. */
export const DEMO_NOTES = Symbol('demo notes');

/** The notes of a demo server that was given none: its accounts are then found among its staff. */
export const NO_NOTES: DemoNotes = { districtName: '', accounts: [], stories: [] };
