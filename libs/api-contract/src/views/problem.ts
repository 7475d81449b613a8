import { ApiProperty } from '@nestjs/swagger';

/** Why not: one rule, its source, its numbers and the words for it. */
export class RefusalView {
  @ApiProperty({ example: 'quota-room' })
  readonly rule!: string;

  @ApiProperty({ example: 'R18, A4' })
  readonly source!: string;

  /** The role that can clear it, or `nobody`. */
  @ApiProperty({ example: 'town-leader' })
  readonly clearedBy!: string;

  @ApiProperty({ enum: ['authority', 'stage', 'content'] })
  readonly kind!: 'authority' | 'stage' | 'content';

  /** `warn` and `mark` are shown and stop nothing. */
  @ApiProperty({ enum: ['refuse', 'warn', 'mark'] })
  readonly weight!: 'refuse' | 'warn' | 'mark';

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly detail!: Readonly<Record<string, unknown>>;

  @ApiProperty({ example: '镇预算指标余额不足：尚余 600.00 元，需要 1,200.00 元。' })
  readonly text!: string;
}

/** A field of a request that cannot be taken. */
export class FieldError {
  @ApiProperty({ example: 'lines.0.amountFen' })
  readonly field!: string;

  @ApiProperty()
  readonly message!: string;
}

/** A fact that was recorded after the revision that was seen. */
export class ChangeView {
  @ApiProperty({ example: 'PlanReturned' })
  readonly type!: string;

  @ApiProperty()
  readonly revision!: number;

  @ApiProperty()
  readonly recordedAt!: string;

  @ApiProperty({ example: 'town-cadre' })
  readonly role!: string;
}

/** An error as RFC 9457 has it, `application/problem+json`. */
export class Problem {
  @ApiProperty({ example: 'urn:yihu:problem:refused' })
  readonly type!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty()
  readonly status!: number;

  @ApiProperty({ type: [RefusalView], required: false })
  readonly refusals?: readonly RefusalView[];

  @ApiProperty({ type: [FieldError], required: false })
  readonly errors?: readonly FieldError[];

  /** For a subject that changed: what was recorded in between, and its revision now. */
  @ApiProperty({ type: [ChangeView], required: false })
  readonly changes?: readonly ChangeView[];

  @ApiProperty({ required: false })
  readonly revision?: number;

  /** Under which the log has the rest. */
  @ApiProperty({ required: false })
  readonly errorId?: string;
}
