import { ApiProperty } from '@nestjs/swagger';
import { Problem } from './problem';

/** Where a fact of a command stands in its subject. */
export class RecordedFactView {
  @ApiProperty({ example: 'TownCadreSigned' })
  readonly type!: string;

  @ApiProperty()
  readonly revision!: number;

  @ApiProperty()
  readonly id!: string;
}

/** What a command did to its subject. The same command id is given the same answer for ever. */
export class Answer {
  @ApiProperty()
  readonly commandId!: string;

  /** The kind of the subject, a hyphen and its id. */
  @ApiProperty()
  readonly stream!: string;

  /** The id of the subject, as paths have it. */
  @ApiProperty()
  readonly id!: string;

  @ApiProperty()
  readonly revision!: number;

  @ApiProperty()
  readonly stage!: string;

  @ApiProperty({ type: [RecordedFactView] })
  readonly facts!: readonly RecordedFactView[];
}

/** How one item of a batch ended. */
export class ItemResult {
  @ApiProperty()
  readonly caseId!: string;

  @ApiProperty()
  readonly ok!: boolean;

  @ApiProperty({ type: Answer, required: false })
  readonly answer?: Answer;

  @ApiProperty({ type: Problem, required: false })
  readonly problem?: Problem;
}

/** A batch in the order of its cases. */
export class BatchResult {
  @ApiProperty({ type: [ItemResult] })
  readonly items!: readonly ItemResult[];
}
