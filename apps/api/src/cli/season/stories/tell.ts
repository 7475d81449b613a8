import type { History } from './history';
import { STORIES_OF_EVIDENCE } from './of-evidence';
import { STORIES_OF_MONEY } from './of-money';
import { STORIES_OF_SIGNING } from './of-signing';
import { STORIES_OF_TOWNS } from './of-towns';
import type { Scene, Story } from './story';

export const STORIES: readonly Story[] = [
  ...STORIES_OF_SIGNING,
  ...STORIES_OF_MONEY,
  ...STORIES_OF_EVIDENCE,
  ...STORIES_OF_TOWNS,
];

export interface StoryTold extends Pick<Story, 'name' | 'what'> {
  readonly scenes: readonly Scene[];
}

/** Every story with where the facts tell it, by the facts alone. */
export function tellStories(history: History): readonly StoryTold[] {
  return STORIES.map(({ name, what, find }) => ({ name, what, scenes: find(history) }));
}
