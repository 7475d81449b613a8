import type { HouseholdClass, IsoDate, Sealed } from '../shared';

export interface RegisterHouseholdInput {
  readonly year: number;
  readonly householdCode: string;
  readonly name: Sealed;
  readonly identity: Sealed;
  readonly phone: Sealed;
  readonly identityFingerprint: string;
  /** The identity number is of the region 999999, which exists for no one. */
  readonly isDemoIdentity: boolean;
  readonly memberCount: number;
  readonly householdClass: HouseholdClass;
  readonly village: string;
  readonly listedOn: IsoDate;
}

export interface ProposeAccountInput {
  readonly account: Sealed;
  readonly fingerprint: string;
  readonly holder: Sealed;
  readonly holderRelation: 'head' | 'member' | 'other';
  readonly bank: string;
}

export interface RecordDeathInput {
  readonly member: 'head' | 'member';
  /** Whether the account that the money goes to was theirs. */
  readonly wasHolder: boolean;
  readonly diedOn: IsoDate;
  readonly docNo: string;
}
