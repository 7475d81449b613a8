import {
  HOUSEHOLD_CLASSES,
  type ProposeAccountInput,
  type RecordDeathInput,
  type RegisterHouseholdInput,
} from '@yihu/domain';
import { IsWholeNumber } from '../fields/is-amount';
import { IsFlag, IsIsoDay, IsOneOf, IsVillage } from '../fields/is-code';
import { IsAccount, IsIdentity, IsPhone } from '../fields/is-personal-number';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

type Registered = Omit<RegisterHouseholdInput, 'identityFingerprint' | 'isDemoIdentity'>;

/** A row of the roster in clear; the server seals it and takes the fingerprint of the identity number. */
export class RegisterHouseholdDto extends OfficeCommandDto implements Registered {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsPlainText(20, { min: 1 })
  readonly householdCode!: string;

  @IsPlainText(60, { min: 1 })
  @SealedFor('household')
  readonly name!: string;

  @IsIdentity()
  @SealedFor('household')
  readonly identity!: string;

  @IsPhone()
  @SealedFor('household')
  readonly phone!: string;

  @IsWholeNumber(1, 50)
  readonly memberCount!: number;

  @IsOneOf(HOUSEHOLD_CLASSES)
  readonly householdClass!: RegisterHouseholdInput['householdClass'];

  @IsVillage()
  readonly village!: string;

  @IsIsoDay()
  readonly listedOn!: string;
}

type Proposed = Omit<ProposeAccountInput, 'fingerprint'>;

export class ProposeAccountDto extends OfficeCommandDto implements Proposed {
  @IsAccount()
  @SealedFor('household')
  readonly account!: string;

  @IsPlainText(60, { min: 1 })
  @SealedFor('household')
  readonly holder!: string;

  @IsOneOf(['head', 'member', 'other'])
  readonly holderRelation!: ProposeAccountInput['holderRelation'];

  @IsPlainText(80, { min: 1 })
  readonly bank!: string;
}

export class RecordDeathDto extends OfficeCommandDto implements RecordDeathInput {
  @IsOneOf(['head', 'member'])
  readonly member!: RecordDeathInput['member'];

  @IsFlag()
  readonly wasHolder!: boolean;

  @IsIsoDay()
  readonly diedOn!: string;

  /** The number of the paper that says so. */
  @IsPlainText(80)
  readonly docNo!: string;
}
