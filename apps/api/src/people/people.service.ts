import { Injectable } from '@nestjs/common';
import type { FoundPerson } from '@yihu/api-contract';
import { householdsOf } from '@yihu/read-models';
import { ServerParts } from '../server-parts';
import { nameFor, territoriesKnownTo } from './reader';
import { ReadersService } from './readers.service';

const FOUND_MAX = 20;

/** A list that a text selects from names this many people at most. */
const NAMED_MAX = 200;

/** People found by their name, only ever within the reader's territory. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
  ) {}

  async find(text: string, actorId: string): Promise<readonly FoundPerson[]> {
    const { readModels, vault } = this.parts;
    const householdIds = await this.named(text, actorId, FOUND_MAX);
    const rows = await householdsOf(readModels.database, householdIds);
    const found = rows.flatMap((row): readonly FoundPerson[] => {
      const { householdId, householdCode, town, village, caseId } = row;
      const name = nameFor(vault, `household-${householdId}`, row.name, true);
      if (name === undefined) return [];
      return [{ householdId, householdCode, name, town, village, ...(caseId !== null && { caseId }) }];
    });
    this.readers.logUnmasked(actorId, 'people', found.length);
    return found;
  }

  /** The ids of households that a text speaks of by name, initials or telephone. */
  async named(text: string, actorId: string, limit = NAMED_MAX): Promise<readonly string[]> {
    const territories = territoriesKnownTo(await this.readers.staffOf(actorId));
    return this.parts.people.find(text, territories, limit);
  }
}
