/** What a whole town shows, by its code. The stories of single households stand in the plans. */
export const TOWN_STORIES = {
  /** 大盛镇: one town cadre signs for every household, one after another, within minutes. */
  signedOneByOne: '500112143',
  /** 木耳镇: a village takes its notice down too early and has to hang it again. */
  noticeTakenDown: '500112139',
} as const;
