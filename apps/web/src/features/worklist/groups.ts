import type { DueGroup, WorklistItem } from '@yihu/api-contract';
import type { IconName } from '../../components/icon';

export const GROUP_ICONS: Readonly<Record<DueGroup, IconName>> = {
  overdue: 'clock',
  today: 'flag',
  'within-three-days': 'clock',
  later: 'waiting',
  'no-date': 'dash',
};

export interface Group {
  readonly due: DueGroup;
  readonly items: readonly WorklistItem[];
}

/** The list in its groups. It comes sorted, so a group is where the word changes. */
export function groupsOf(items: readonly WorklistItem[]): readonly Group[] {
  const groups: { due: DueGroup; items: WorklistItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.due === item.dueGroup) last.items.push(item);
    else groups.push({ due: item.dueGroup, items: [item] });
  }
  return groups;
}

/** What is opened after a thing is done: the one behind it, at the end the one before. */
export function nextAfter<Item>(items: readonly Item[], isDone: (item: Item) => boolean): Item | undefined {
  const at = items.findIndex(isDone);
  return at < 0 ? items[0] : (items[at + 1] ?? items[at - 1]);
}
