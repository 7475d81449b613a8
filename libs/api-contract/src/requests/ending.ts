import type { NoProjectInput, WithdrawCaseInput } from '@yihu/domain';
import { IsHash, IsOneOf } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';
import { METHODS, RELATIONS } from './signing';

export class NoProjectDto extends OfficeCommandDto implements NoProjectInput {
  @IsOneOf(['no-wish', 'no-labour', 'away', 'other'])
  readonly reason!: NoProjectInput['reason'];

  @IsPlainText(1000, { multiline: true })
  @SealedFor('household')
  readonly text!: string;

  @IsOneOf(METHODS)
  readonly method!: NoProjectInput['method'];

  @IsOneOf(RELATIONS, { optional: true })
  readonly relation?: (typeof RELATIONS)[number];

  @IsHash({ optional: true })
  readonly photo?: string;
}

export class WithdrawCaseDto extends OfficeCommandDto implements WithdrawCaseInput {
  @IsOneOf(['declined', 'died', 'moved', 'ineligible', 'lapsed'])
  readonly ground!: WithdrawCaseInput['ground'];

  @IsPlainText(1000, { multiline: true })
  @SealedFor('household', 'text')
  readonly reason!: string;
}
