import { STAGES } from '@yihu/domain';
import { IsWholeNumberInQuery } from '../fields/is-amount';
import { IsCaseId, IsOneOf, IsTown, IsUnit, IsUuid, IsVillage } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import type { WorklistQueue } from '../views/worklist-view';
import { STEPS } from './step-days';

const PAGE_MAX = 200;

/** More than any case has, so that one history is one request. */
const EVENTS_MAX = 500;

class ListQuery {
  @IsWholeNumberInQuery(2000, 2999)
  readonly year?: number;

  @IsTown({ optional: true })
  readonly town?: string;

  @IsVillage({ optional: true })
  readonly village?: string;

  /** A part of the household code; of cases also what a person is found by. */
  @IsPlainText(40, { optional: true })
  readonly text?: string;

  @IsWholeNumberInQuery(1, PAGE_MAX)
  readonly limit?: number;
}

export class ListCasesQuery extends ListQuery {
  @IsOneOf(STAGES, { optional: true })
  readonly stage?: (typeof STAGES)[number];

  /** The last case of the page before. */
  @IsCaseId({ optional: true })
  readonly after?: string;
}

export class ListHouseholdsQuery extends ListQuery {
  /** The last household of the page before. */
  @IsUuid({ optional: true })
  readonly after?: string;
}

export class TimelineQuery {
  /** The revision of the last event of the page before. */
  @IsWholeNumberInQuery(0, 1_000_000_000)
  readonly after?: number;

  @IsWholeNumberInQuery(1, EVENTS_MAX)
  readonly limit?: number;
}

export class WorklistQuery {
  @IsOneOf(['todo', 'done'], { optional: true })
  readonly queue?: WorklistQueue;

  /** The last segment of a command's path. */
  @IsOneOf(STEPS, { optional: true })
  readonly task?: string;

  @IsVillage({ optional: true })
  readonly village?: string;

  /** A part of the household code, or what a person is found by. */
  @IsPlainText(40, { optional: true })
  readonly text?: string;

  /** The `next` of the page before. */
  @IsPlainText(200, { optional: true })
  readonly after?: string;

  @IsWholeNumberInQuery(1, PAGE_MAX)
  readonly limit?: number;
}

export class ListPaymentsQuery {
  @IsWholeNumberInQuery(2000, 2999)
  readonly year?: number;

  @IsTown({ optional: true })
  readonly town?: string;

  @IsWholeNumberInQuery(1, 2)
  readonly tranche?: 1 | 2;

  @IsOneOf(['drawn', 'approved', 'released', 'cancelled'], { optional: true })
  readonly status?: string;
}

export class PayableCasesQuery {
  @IsWholeNumberInQuery(2000, 2999, { optional: false })
  readonly year!: number;

  @IsTown()
  readonly town!: string;

  @IsWholeNumberInQuery(1, 2, { optional: false })
  readonly tranche!: 1 | 2;
}

export class ListNoticesQuery {
  @IsWholeNumberInQuery(2000, 2999, { optional: false })
  readonly year!: number;

  /** A town with its villages, or one village. */
  @IsUnit()
  readonly unit!: string;
}

export class PostableCasesQuery extends ListNoticesQuery {
  @IsOneOf(['plan', 'result'])
  readonly kind!: 'plan' | 'result';
}

export class FindPeopleQuery {
  /** A name or a part of it, the initials of its pinyin, or the last four digits of the telephone. */
  @IsPlainText(40, { min: 1 })
  readonly text!: string;
}
