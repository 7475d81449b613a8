import type { AcceptanceInput, AcceptWorkInput, CompletionInput, RectificationInput } from '@yihu/domain';
import { FACTOR_MAX, IsFen, IsThousandths, IsWholeNumber } from '../fields/is-amount';
import { IsIsoDay, IsListOfHashes, IsOneOf } from '../fields/is-code';
import { IsListOf, IsObject } from '../fields/is-object';
import { OfficeCommandDto } from './office-command';
import { ReturnDto, SignDto } from './signing';

const LINES_MAX = 100;
const FILES_MAX = 100;

type Line = AcceptanceInput['lines'][number];
type Income = AcceptanceInput['income'];

export class CompletionDto extends OfficeCommandDto implements CompletionInput {
  @IsIsoDay()
  readonly completedOn!: string;

  @IsListOfHashes(FILES_MAX)
  readonly photos!: readonly string[];
}

/** One row of F3. */
export class AcceptedLineDto implements Line {
  @IsWholeNumber(1, LINES_MAX)
  readonly lineNo!: number;

  @IsThousandths()
  readonly acceptedMilli!: number;

  @IsFen({ max: FACTOR_MAX })
  readonly paidUnitPriceFen!: number;

  @IsFen()
  readonly acceptedFen!: number;

  @IsOneOf(['done', 'partly', 'not-done'])
  readonly done!: Line['done'];
}

export class AcceptedIncomeDto implements Income {
  @IsFen()
  readonly actualFen!: number;

  @IsFen()
  readonly estimateFen!: number;

  @IsOneOf(['actual', 'estimate'])
  readonly basis!: Income['basis'];

  @IsIsoDay()
  readonly asOf!: string;
}

export class AcceptanceDto extends OfficeCommandDto implements AcceptanceInput {
  @IsListOf(() => AcceptedLineDto, LINES_MAX)
  readonly lines!: readonly AcceptedLineDto[];

  @IsObject(() => AcceptedIncomeDto)
  readonly income!: AcceptedIncomeDto;

  @IsListOfHashes(FILES_MAX)
  readonly photos!: readonly string[];

  @IsListOfHashes(FILES_MAX)
  readonly invoices!: readonly string[];
}

export class AcceptWorkDto extends SignDto implements AcceptWorkInput {
  @IsFen()
  readonly rewardFen!: number;
}

export class RectificationDto extends ReturnDto implements RectificationInput {
  @IsIsoDay()
  readonly dueOn!: string;
}
