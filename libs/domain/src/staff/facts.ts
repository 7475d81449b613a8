import { fact } from '@yihu/workflow';
import type { Role, Sealed } from '../shared';

export interface StaffFacts {
  StaffRegistered: {
    readonly name: Sealed;
    /** The office as signatures show it, e.g. 茨竹镇财政办公室. */
    readonly office: string;
    /** Territory path of the office: district, town or village code. */
    readonly unit: string;
  };
  RoleGranted: { readonly role: Role; readonly territory: string; readonly secondPerson: string };
  RoleRevoked: { readonly role: Role; readonly reason: string };
  StaffDisabled: { readonly reason: string };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const staffFact = fact<StaffFacts>();
