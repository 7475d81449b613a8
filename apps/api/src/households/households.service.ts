import { Injectable } from '@nestjs/common';
import type { HouseholdListItem, ListHouseholdsQuery, Page } from '@yihu/api-contract';
import { listHouseholds, type ListedHousehold } from '@yihu/read-models';
import { nameFor } from '../people/reader';
import { ServerParts } from '../server-parts';

const PAGE_ITEMS = 50;

/** The roster as lists show it. */
@Injectable()
export class HouseholdsService {
  constructor(private readonly parts: ServerParts) {}

  async list(query: ListHouseholdsQuery): Promise<Page<HouseholdListItem>> {
    const { after, limit = PAGE_ITEMS, ...filter } = query;
    const { database } = this.parts.readModels;
    const page = await listHouseholds(database, filter, { afterHouseholdId: after, limit });
    return {
      items: page.rows.map((row) => this.item(row)),
      total: page.total,
      ...(page.nextAfterHouseholdId !== undefined && { next: page.nextAfterHouseholdId }),
    };
  }

  private item(row: ListedHousehold): HouseholdListItem {
    const { householdId, householdCode, householdClass, year, town, village, memberCount } = row;
    const name = nameFor(this.parts.vault, `household-${householdId}`, row.name, false);
    return {
      householdId,
      householdCode,
      householdClass,
      year,
      town,
      village,
      memberCount,
      ...(name !== undefined && { name }),
      accountState: row.accountState,
      revision: row.revision,
      incomplete: row.incomplete === 1,
    };
  }
}
