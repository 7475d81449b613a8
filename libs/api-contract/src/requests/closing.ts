import type { RecoveryInput, ReturnSurplusInput } from '@yihu/domain';
import { IsFen } from '../fields/is-amount';
import { IsIsoDay, IsOneOf } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { OfficeCommandDto } from './office-command';

/** Money that a household gave back. */
export class RecoveryDto extends OfficeCommandDto implements RecoveryInput {
  @IsPlainText(64, { min: 1 })
  readonly recoveryId!: string;

  @IsFen()
  readonly amountFen!: number;

  /** Setting off against what is due needs the household's consent and a payment of less; there is none yet. */
  @IsOneOf(['transfer'])
  readonly how!: 'transfer';

  @IsIsoDay()
  readonly receivedOn!: string;
}

/** Money that a town gives back to the district. */
export class ReturnSurplusDto extends OfficeCommandDto implements ReturnSurplusInput {
  @IsFen()
  readonly amountFen!: number;

  @IsIsoDay()
  readonly returnedOn!: string;

  @IsPlainText(80)
  readonly docNo!: string;
}
