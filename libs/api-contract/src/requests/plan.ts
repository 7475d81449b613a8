import { ACTIVITIES, type DraftPlanInput, type Grounds, type PlanLine } from '@yihu/domain';
import { FACTOR_MAX, IsFen, IsThousandths } from '../fields/is-amount';
import { IsOneOf } from '../fields/is-code';
import { IsListOf, IsObject } from '../fields/is-object';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

const LINES_MAX = 100;

/** One row of F1. Its category is any short text here: what may be a line is a rule's to say (A9). */
export class PlanLineDto implements Omit<PlanLine, 'category' | 'activity'> {
  @IsPlainText(40)
  readonly category!: string;

  @IsOneOf(ACTIVITIES)
  readonly activity!: PlanLine['activity'];

  @IsPlainText(80, { min: 1 })
  readonly item!: string;

  @IsPlainText(20, { min: 1 })
  readonly unit!: string;

  @IsThousandths()
  readonly quantityMilli!: number;

  @IsFen({ max: FACTOR_MAX })
  readonly unitPriceFen!: number;

  @IsFen()
  readonly amountFen!: number;
}

/** The three grounds of a plan (R13), in clear until the server seals them. */
export class GroundsDto implements Grounds {
  @IsPlainText(1000, { min: 1, multiline: true })
  @SealedFor('household', 'grounds.wish')
  readonly wish!: string;

  @IsPlainText(1000, { min: 1, multiline: true })
  @SealedFor('household', 'grounds.circumstances')
  readonly circumstances!: string;

  @IsPlainText(1000, { min: 1, multiline: true })
  @SealedFor('household', 'grounds.items')
  readonly items!: string;
}

export class DraftPlanDto extends OfficeCommandDto implements Omit<DraftPlanInput, 'lines'> {
  @IsOneOf(ACTIVITIES)
  readonly activity!: DraftPlanInput['activity'];

  @IsListOf(() => PlanLineDto, LINES_MAX)
  readonly lines!: readonly PlanLineDto[];

  @IsFen()
  readonly subsidyFen!: number;

  @IsFen()
  readonly rewardFen!: number;

  @IsFen()
  readonly forecastFen!: number;

  @IsObject(() => GroundsDto, { optional: true })
  readonly grounds?: GroundsDto;
}
