import type { Answer } from '@yihu/api-contract';

/** A command that was given on a case, so that the screen around it can go on and offer to take it back. */
export interface Done {
  readonly caseId: string;
  readonly command: string;
  /** How the household is called on the screen. */
  readonly who: string;
  readonly answer: Answer;
}
