import type { DrawSummaryInput, ReceiveSummaryInput, SealSummaryInput, SheetInput } from '@yihu/domain';
import { IsWholeNumber } from '../fields/is-amount';
import { IsHash, IsListOfCases, IsOneOf, IsTown } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { BATCH_ITEMS_MAX } from './case-batches';
import { OfficeCommandDto } from './office-command';
import { METHODS } from './signing';

export class DrawSummaryDto extends OfficeCommandDto implements DrawSummaryInput {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsTown()
  readonly town!: string;

  @IsListOfCases(BATCH_ITEMS_MAX)
  readonly caseIds!: readonly string[];
}

/** Which sheet of the town's summary is meant. */
export class SheetDto extends OfficeCommandDto implements SheetInput {
  @IsWholeNumber(1, 10_000)
  readonly no!: number;
}

export class SealSummaryDto extends SheetDto implements SealSummaryInput {
  @IsHash()
  readonly hash!: string;

  @IsOneOf(METHODS)
  readonly method!: SealSummaryInput['method'];

  @IsHash()
  readonly sealPhoto!: string;

  @IsPlainText(1000, { min: 1, multiline: true, optional: true })
  @SealedFor('actor')
  readonly evenSplitExplanation?: string;
}

export class ReceiveSummaryDto extends SheetDto implements ReceiveSummaryInput {
  @IsPlainText(40)
  readonly receiptNo!: string;

  @IsListOfCases(BATCH_ITEMS_MAX)
  readonly returned!: readonly string[];
}

export class VoidSummaryDto extends SheetDto {
  @SealedFor('actor')
  @IsPlainText(500, { min: 1, multiline: true })
  readonly reason!: string;
}
