import { Injectable } from '@nestjs/common';
import type { CaseStaff } from '@yihu/api-contract';
import type { HouseholdState, StaffState } from '@yihu/domain';
import { ServerParts } from '../server-parts';
import { knowsPeopleOf, nameFor } from './reader';

/** Who reads, and what they may know of people. */
@Injectable()
export class ReadersService {
  constructor(private readonly parts: ServerParts) {}

  async staffOf(actorId: string): Promise<StaffState> {
    return (await this.parts.engine.load(`staff-${actorId}`)).data as StaffState;
  }

  /** A household's sealed name. */
  async sealedNameOf(householdId: string): Promise<string> {
    return ((await this.parts.engine.load(`household-${householdId}`)).data as HouseholdState).name;
  }

  /** A member of staff as everyone of the offices may know them; undefined when there is none. */
  async staffMember(staffId: string): Promise<CaseStaff | undefined> {
    const { office, name: sealedName } = await this.staffOf(staffId);
    if (office === '') return undefined;
    const name = nameFor(this.parts.vault, `staff-${staffId}`, sealedName, true);
    return { staffId, office, ...(name !== undefined && { name }) };
  }

  /** The names of members of staff by their ids. Whose name cannot be read is left out. */
  async staffNames(staffIds: Iterable<string | undefined>): Promise<Readonly<Record<string, string>>> {
    const distinct = [...new Set(staffIds)].filter((staffId) => staffId !== undefined && staffId !== '');
    const names: Record<string, string> = {};
    for (const staffId of distinct as string[]) {
      const name = (await this.staffMember(staffId))?.name;
      if (name !== undefined) names[staffId] = name;
    }
    return names;
  }

  /** Whether the actor knows the people of a unit. */
  async knows(actorId: string, unit: string): Promise<boolean> {
    return knowsPeopleOf(await this.staffOf(actorId), unit);
  }

  /** Writes down that somebody read about people in clear; what they read is not repeated. */
  logUnmasked(actorId: string, what: string, count = 1): void {
    if (count > 0) this.parts.log({ event: 'unmasked', actorId, what, count });
  }
}
