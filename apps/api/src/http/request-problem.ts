import type { FieldError } from '@yihu/api-contract';

/** What can be wrong with a request before any rule is asked, by the words for it. */
export type RequestProblemKind =
  'idempotency-key' | 'if-match' | 'invalid' | 'not-found' | 'precondition-required' | 'unauthenticated';

/** A request that cannot be taken as it is. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';

  constructor(
    readonly kind: RequestProblemKind,
    /** The fields that are wrong, each with its kind and numbers; they are put into words when answered. */
    readonly fields: readonly WrongField[] = [],
  ) {
    super(kind);
  }
}

/** A wrong field, not yet in anybody's language. */
export interface WrongField extends Pick<FieldError, 'field'> {
  readonly kind: string;
  readonly numbers: Readonly<Record<string, string | number>>;
}
