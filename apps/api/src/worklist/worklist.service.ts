import { Injectable } from '@nestjs/common';
import type { CaseHousehold, WorklistItem, WorklistQuery, WorklistView } from '@yihu/api-contract';
import {
  countDone,
  countTodo,
  isWorklistIncomplete,
  listDone,
  listTodo,
  type ListedTask,
  type WorklistQuestion,
} from '@yihu/read-models';
import { householdView } from '../people/household-view';
import { knowsPeopleOf } from '../people/reader';
import { PeopleService } from '../people/people.service';
import { ReadersService } from '../people/readers.service';
import { PoliciesService, type PoliciesToday } from '../programmes/policies.service';
import { ServerParts } from '../server-parts';
import { worklistItem } from './worklist-item';

const PAGE_ITEMS = 50;

/** What waits for the signed-in person, and what they have acted on. */
@Injectable()
export class WorklistService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
    private readonly policies: PoliciesService,
    private readonly people: PeopleService,
  ) {}

  async list(query: WorklistQuery, staffId: string): Promise<WorklistView> {
    const { queue = 'todo', task, village, text, after, limit = PAGE_ITEMS } = query;
    const { database } = this.parts.readModels;
    const day = await this.policies.today();
    const { grants } = await this.readers.staffOf(staffId);
    const spoken = text && { part: text, householdIds: await this.people.named(text, staffId) };
    const question: WorklistQuestion = {
      ...day,
      reader: { staffId, grants },
      filter: { task, village, text: spoken || undefined },
      after,
      limit,
    };
    const list = queue === 'todo' ? listTodo : listDone;
    const { tasksShown, next, total, overdue, tasks, villages, all } = await list(database, question);
    const other = queue === 'todo' ? await countDone(database, staffId) : await countTodo(database, question);
    return {
      now: day.now,
      today: day.today,
      counts: queue === 'todo' ? { todo: all, done: other } : { todo: other, done: all },
      overdue,
      total,
      tasks: [...tasks].map(([each, count]) => ({ task: each, count })),
      villages: [...villages].map(([each, count]) => ({ village: each, count })),
      items: this.items(tasksShown, question.reader, day),
      ...(next !== undefined && { next }),
      incomplete: await isWorklistIncomplete(database, question.reader),
    };
  }

  private items(
    listed: readonly ListedTask[],
    { staffId, grants }: WorklistQuestion['reader'],
    day: PoliciesToday,
  ): readonly WorklistItem[] {
    const items = listed.map((each) => worklistItem(each, this.household(each, grants), day));
    const unmasked = items.filter(({ household }) => household && !household.nameMasked);
    this.readers.logUnmasked(staffId, 'worklist', unmasked.length);
    return items;
  }

  private household(
    { case: found }: ListedTask,
    grants: WorklistQuestion['reader']['grants'],
  ): CaseHousehold | undefined {
    if (!found) return undefined;
    return householdView(this.parts.vault, found, found.name, knowsPeopleOf({ grants }, found.village));
  }
}
