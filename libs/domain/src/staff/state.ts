import { defineWorkflow } from '@yihu/workflow';
import type { Role, Sealed } from '../shared';
import type { StaffFacts } from './facts';

export interface StaffState {
  readonly name: Sealed;
  readonly office: string;
  readonly unit: string;
  readonly registeredBy: string;
  readonly grants: readonly { readonly role: Role; readonly territory: string }[];
  readonly disabled: boolean;
}

export const staffWorkflow = defineWorkflow<StaffFacts, StaffState>({
  kind: 'staff',
  version: 1,
  moves: ['StaffRegistered', 'RoleGranted', 'RoleRevoked', 'StaffDisabled'],
  notes: ['DecisionAbandoned'],
  initial: { name: '', office: '', unit: '', registeredBy: '', grants: [], disabled: false },
  reduce: {
    StaffRegistered: (state, { name, office, unit }, by) => ({
      ...state,
      name,
      office,
      unit,
      registeredBy: by.actorId,
    }),
    RoleGranted: (state, { role, territory }) => ({
      ...state,
      grants: [...state.grants, { role, territory }],
    }),
    RoleRevoked: (state, { role }) => ({
      ...state,
      grants: state.grants.filter((grant) => grant.role !== role),
    }),
    StaffDisabled: (state) => ({ ...state, disabled: true, grants: [] }),
    DecisionAbandoned: (state) => state,
  },
});
