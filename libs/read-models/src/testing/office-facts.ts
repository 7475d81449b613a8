import type { HouseholdFacts, StaffFacts } from '@yihu/domain';
import { fact } from '@yihu/workflow';

export const householdFact = fact<HouseholdFacts>();
export const staffFact = fact<StaffFacts>();
