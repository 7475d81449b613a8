import type { Metadata } from '@yihu/workflow';
import { dayInShanghai } from '../calendar';
import type { IsoDate } from '../shared';

/** The day of a fact as the office counts it: the day on its paper, or the day it was recorded. */
export function officeDay({ paperOn, recordedAt }: Metadata): IsoDate {
  return paperOn ?? dayInShanghai(recordedAt);
}
