import { rule, type Situation } from '@yihu/workflow';
import { given, officeContext, type OfficeContext, type Read } from '../context';
import { officeCommand } from '../office-command';
import type { Role, Sealed } from '../shared';
import { staffFact } from './facts';
import type { StaffState } from './state';

export interface RegisterStaffInput {
  readonly name: Sealed;
  readonly office: string;
  readonly unit: string;
}

export interface GrantRoleInput {
  readonly role: Role;
  readonly territory: string;
}

export interface StaffContext<Input> extends OfficeContext<Input> {
  readonly staff: StaffState;
}

/** Roles that hand out money and roles that decide on it are never one person's (R36). */
const PAYING: readonly Role[] = ['town-finance'];
const DECIDING: readonly Role[] = ['village-cadre', 'town-cadre', 'bureau'];

function gatherStaff<Input extends { readonly unit?: string; readonly territory?: string }>() {
  return (read: Read, situation: Situation, by: readonly Role[]): StaffContext<Input> => {
    const subject = read.staff(situation.subjectId);
    const input = situation.input as Input | undefined;
    const unit = input?.unit ?? input?.territory ?? subject.data.unit;
    return { ...officeContext<Input>(situation, subject, unit, by), staff: subject.data };
  };
}

export const staffSecondPerson = rule<StaffContext<GrantRoleInput>>('second-person', {
  source: 'R34, R36',
  clearedBy: 'administrator',
  kind: 'authority',
  check: ({ actor, staff: { registeredBy } }) => actor.id !== registeredBy || { registeredBy },
});

export const notRegistered = rule<StaffContext<RegisterStaffInput>>('staff-registered-once', {
  source: 'R34',
  clearedBy: 'nobody',
  kind: 'stage',
  check: ({ staff: { office } }) => office === '' || { office },
});

export const registered = rule<StaffContext<GrantRoleInput>>('staff-registered', {
  source: 'R34',
  clearedBy: 'administrator',
  kind: 'stage',
  check: ({ staff: { office }, subjectId }) => office !== '' || { staffId: subjectId },
});

export const payRolesApart = rule<StaffContext<GrantRoleInput>>('pay-roles-apart', {
  source: 'R36',
  clearedBy: 'administrator',
  judgesInput: true,
  check: (c) => {
    const roles = [...c.staff.grants.map((grant) => grant.role), given(c).role];
    const pays = roles.some((role) => PAYING.includes(role));
    const decides = roles.some((role) => DECIDING.includes(role));
    return !(pays && decides) || { roles };
  },
});

export const registerStaff = officeCommand<StaffContext<RegisterStaffInput>>('registerStaff', {
  on: 'staff',
  by: ['administrator'],
  gather: gatherStaff<RegisterStaffInput>(),
  rules: [notRegistered],
  record: (c) => ({ subject: [staffFact('StaffRegistered', given(c))] }),
});

export const grantRole = officeCommand<StaffContext<GrantRoleInput>>('grantRole', {
  on: 'staff',
  by: ['administrator'],
  gather: gatherStaff<GrantRoleInput>(),
  rules: [registered, staffSecondPerson, payRolesApart],
  record: (c) => {
    const { role, territory } = given(c);
    return { subject: [staffFact('RoleGranted', { role, territory, secondPerson: c.staff.registeredBy })] };
  },
});

/** The person at the machine who starts an installation; has no account and no other power. */
export const OPERATOR_ID = 'operator';

/** Makes one of the first administrators. Only the operator can, and only from the command line. */
export const appointAdministrator = officeCommand<StaffContext<RegisterStaffInput>>('appointAdministrator', {
  on: 'staff',
  by: ['operator'],
  gather: gatherStaff<RegisterStaffInput>(),
  rules: [notRegistered],
  record: (c) => {
    const granted = { role: 'administrator', territory: given(c).unit, secondPerson: OPERATOR_ID } as const;
    return { subject: [staffFact('StaffRegistered', given(c)), staffFact('RoleGranted', granted)] };
  },
});
