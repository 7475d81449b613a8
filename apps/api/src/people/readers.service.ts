import { Injectable } from '@nestjs/common';
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

  /** A household's name for a reader. */
  async nameOf(householdId: string, known: boolean): Promise<string | undefined> {
    const stream = `household-${householdId}`;
    const { name } = (await this.parts.engine.load(stream)).data as HouseholdState;
    return nameFor(this.parts.vault, stream, name, known);
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
