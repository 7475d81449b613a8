import type { ExtensionInput, FreezeInput, UnfreezeInput } from '@yihu/domain';
import { IsIsoDay, IsOneOf } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

const GROUNDS = ['death', 'objection', 'finding', 'account'] as const;

export class FreezeDto extends OfficeCommandDto implements FreezeInput {
  @IsOneOf(GROUNDS)
  readonly ground!: FreezeInput['ground'];

  /** The number of the paper that the freeze rests on. */
  @IsPlainText(80, { min: 1 })
  readonly reference!: string;
}

export class UnfreezeDto extends OfficeCommandDto implements UnfreezeInput {
  @IsOneOf(GROUNDS)
  readonly ground!: UnfreezeInput['ground'];

  @IsPlainText(1000, { min: 1, multiline: true })
  @SealedFor('household')
  readonly outcome!: string;
}

export class ExtensionDto extends OfficeCommandDto implements ExtensionInput {
  @IsOneOf(['build', 'accept', 'pay', 'photos'])
  readonly deadline!: ExtensionInput['deadline'];

  @IsIsoDay()
  readonly until!: string;

  @IsPlainText(80)
  readonly docNo!: string;

  @IsPlainText(1000, { min: 1, multiline: true })
  @SealedFor('household')
  readonly ground!: string;
}
