import { Param, type PipeTransform } from '@nestjs/common';
import { RequestProblem } from './request-problem';

const SUBJECT_ID = /^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$/;

/** The id in a path. A text that no id can be is the id of nothing, and never becomes a stream's name. */
export function checkedSubjectId(text: string): string {
  if (!SUBJECT_ID.test(text)) throw new RequestProblem('not-found');
  return text;
}

const checking: PipeTransform<string, string> = { transform: checkedSubjectId };

export const SubjectId = (name = 'id') => Param(name, checking);
