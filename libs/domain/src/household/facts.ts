import { fact } from '@yihu/workflow';
import type { HouseholdClass, IsoDate, Sealed } from '../shared';

export interface HouseholdFacts {
  HouseholdRegistered: {
    readonly year: number;
    /** The roster's 户编号, e.g. `HH0001`. */
    readonly householdCode: string;
    readonly name: Sealed;
    readonly identity: Sealed;
    readonly phone: Sealed;
    readonly identityFingerprint: string;
    readonly memberCount: number;
    readonly householdClass: HouseholdClass;
    readonly town: string;
    readonly village: string;
    readonly listedOn: IsoDate;
  };
  HouseholdAdmitted: {
    readonly householdClass: HouseholdClass;
    readonly recognisedOn: IsoDate;
    readonly docNo: string;
  };
  AccountProposed: {
    readonly accountRef: string;
    readonly account: Sealed;
    readonly holder: Sealed;
    readonly holderRelation: 'head' | 'member';
    readonly bank: string;
    readonly fingerprint: string;
  };
  AccountDesignated: {
    readonly accountRef: string;
    readonly fingerprint: string;
    readonly proposedBy: string;
  };
  /** Which member it was is told by its place in the household, never by name. */
  MemberDied: {
    readonly member: 'head' | 'member';
    readonly diedOn: IsoDate;
    readonly wasHead: boolean;
    readonly wasHolder: boolean;
    readonly docNo: string;
  };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const householdFact = fact<HouseholdFacts>();
