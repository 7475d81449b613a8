import type { CaseState } from '@yihu/domain';
import { rulebook } from '@yihu/domain';
import type { Folded } from '@yihu/workflow';
import type { Call } from '../http/command-call';
import type { SealOwners } from './seal-input';

/** Under whose keys the texts of a command are sealed. */
export function sealOwnersOf({ command, actorId }: Call, subjectId: string, subject: Folded): SealOwners {
  const actor = `staff-${actorId}`;
  switch (rulebook.commands.get(command)!.on) {
    case 'household':
      return { actor, household: `household-${subjectId}` };
    case 'case':
      return { actor, household: `household-${(subject.data as CaseState).householdId}` };
    case 'staff':
      return { actor, staff: `staff-${subjectId}` };
    default:
      return { actor };
  }
}
