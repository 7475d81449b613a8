import type { AssignCadresInput, OpenCaseInput } from '@yihu/domain';
import { IsWholeNumber } from '../fields/is-amount';
import { IsStaffId, IsUuid } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

export class OpenCaseDto extends OfficeCommandDto implements OpenCaseInput {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsUuid()
  readonly householdId!: string;
}

export class AssignCadresDto extends OfficeCommandDto implements AssignCadresInput {
  @IsStaffId()
  readonly villageCadreId!: string;

  @IsStaffId()
  readonly townCadreId!: string;

  @IsPlainText(500, { multiline: true })
  @SealedFor('household')
  readonly reason!: string;
}
