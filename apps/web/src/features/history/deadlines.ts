import type { ProgrammeState } from '@yihu/domain';

type Deadlines = ProgrammeState['policies'][number]['policy']['deadlines'];

/** A day, and what is to be done by it. */
export interface Post {
  readonly day: string;
  readonly of: readonly (keyof Deadlines)[];
}

const ORDER: readonly (keyof Deadlines)[] = ['plan', 'build', 'accept', 'pay', 'photos'];

/** The programme's deadlines by day, in order; those of one day stand at one post. */
export function deadlinePosts(deadlines: Deadlines | undefined): readonly Post[] {
  if (!deadlines) return [];
  const days = [...new Set(ORDER.map((each) => deadlines[each]))].sort();
  return days.map((day) => ({ day, of: ORDER.filter((each) => deadlines[each] === day) }));
}
