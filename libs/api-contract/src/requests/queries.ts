import { STAGES } from '@yihu/domain';
import { IsWholeNumberInQuery } from '../fields/is-amount';
import { IsCaseId, IsOneOf, IsTown, IsUuid, IsVillage } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';

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

  /** A part of the household code. */
  @IsPlainText(20, { optional: true })
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
