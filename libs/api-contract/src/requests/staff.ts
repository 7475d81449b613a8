import { ROLES, type GrantRoleInput, type RegisterStaffInput } from '@yihu/domain';
import { IsOneOf, IsStaffId, IsUnit } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

export class RegisterStaffDto extends OfficeCommandDto implements RegisterStaffInput {
  @IsPlainText(60, { min: 1 })
  @SealedFor('staff')
  readonly name!: string;

  @IsPlainText(80, { min: 1 })
  readonly office!: string;

  @IsUnit()
  readonly unit!: string;
}

export class GrantRoleDto extends OfficeCommandDto implements GrantRoleInput {
  @IsOneOf(ROLES)
  readonly role!: (typeof ROLES)[number];

  @IsUnit()
  readonly territory!: string;
}

/** Signing in without a password, which exists on demo servers alone. */
export class DemoSignInDto {
  @IsStaffId()
  readonly staffId!: string;
}
