/** Why something is taken back that never came about. */
export const NEVER_LANDED = 'never-landed';

/** Why a stream that went on is not told what it cannot take any more. */
export const OVERTAKEN = 'overtaken';
