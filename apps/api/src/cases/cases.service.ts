import { Injectable } from '@nestjs/common';
import type {
  CaseHousehold,
  CasePage,
  CaseView,
  Language,
  ListCasesQuery,
  PlanView,
  TimelineItem,
  TimelineQuery,
} from '@yihu/api-contract';
import { currentPlan, type CaseState } from '@yihu/domain';
import { listCases, timelineOfCase, type ListedCase, type TimelineRow } from '@yihu/read-models';
import type { Folded } from '@yihu/workflow';
import { RequestProblem } from '../http/request-problem';
import { knowsPeopleOf, payloadFor } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { ServerParts } from '../server-parts';
import { allowedAction, caseView } from './case-view';

const PAGE_ITEMS = 50;

/** What is to be read of cases, each time for one reader. */
@Injectable()
export class CasesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
  ) {}

  async list(query: ListCasesQuery, actorId: string): Promise<CasePage> {
    const { after, limit = PAGE_ITEMS, ...filter } = query;
    const { database } = this.parts.readModels;
    const page = await listCases(database, filter, { afterCaseId: after, limit });
    const reader = await this.readers.staffOf(actorId);
    const items = await Promise.all(
      page.rows.map((row) => this.listItem(row, knowsPeopleOf(reader, row.village))),
    );
    this.readers.logUnmasked(actorId, 'cases', items.filter((item) => !item.nameMasked).length);
    return {
      items,
      total: page.total,
      incompleteCount: page.incompleteCount,
      ...(page.nextAfterCaseId !== undefined && { next: page.nextAfterCaseId }),
    };
  }

  async view(caseId: string, actorId: string, language: Language): Promise<CaseView> {
    const folded = await this.existing(caseId);
    const known = await this.readers.knows(actorId, folded.data.village);
    if (known) this.readers.logUnmasked(actorId, `case-${caseId}`);
    const now = this.parts.clock().toISOString();
    const question = { kind: 'case', subjectId: caseId, actorId, now };
    const explanations = await this.parts.engine.explain(question);
    return caseView({
      caseId,
      folded,
      household: await this.household(folded.data, known),
      grounds: this.grounds(folded.data, known),
      allowedActions: explanations.map((each) => allowedAction(each, language)),
    });
  }

  async timeline(caseId: string, query: TimelineQuery, actorId: string): Promise<readonly TimelineItem[]> {
    const { data } = await this.existing(caseId);
    const known = await this.readers.knows(actorId, data.village);
    if (known) this.readers.logUnmasked(actorId, `case-${caseId}`);
    const { after, limit = PAGE_ITEMS } = query;
    const range = { ...(after !== undefined && { afterRevision: after }), limit };
    const rows = await timelineOfCase(this.parts.readModels.database, caseId, range);
    return rows.map((row) => this.timelineItem(row, data.householdId, known));
  }

  private async existing(caseId: string): Promise<Folded<CaseState>> {
    const folded = (await this.parts.engine.load(`case-${caseId}`)) as Folded<CaseState>;
    if (folded.revision < 0) throw new RequestProblem('not-found');
    return folded;
  }

  private async household(
    facts: Pick<CaseState, 'householdId' | 'householdCode' | 'householdClass' | 'town' | 'village'>,
    known: boolean,
  ): Promise<CaseHousehold> {
    const { householdId, householdCode, householdClass, town, village } = facts;
    const name = await this.readers.nameOf(householdId, known);
    const named = name === undefined ? {} : { name };
    return { householdId, householdCode, householdClass, town, village, ...named, nameMasked: !known };
  }

  private async listItem(row: ListedCase, known: boolean): Promise<CasePage['items'][number]> {
    const { caseId, year, stage, place, planVersion, subsidyFen, rewardFen, revision, updatedAt } = row;
    return {
      ...(await this.household(row, known)),
      caseId,
      year,
      stage,
      place,
      planVersion,
      subsidyFen,
      rewardFen,
      frozen: row.frozen === 1,
      revision,
      updatedAt,
      incomplete: row.incomplete === 1,
    };
  }

  private grounds(state: CaseState, known: boolean): PlanView['grounds'] | undefined {
    const grounds = currentPlan(state)?.grounds;
    if (!grounds || !known) return undefined;
    const opened = payloadFor(this.parts.vault, `household-${state.householdId}`, { grounds }, known);
    return opened['grounds'] as PlanView['grounds'];
  }

  private timelineItem(row: TimelineRow, householdId: string, known: boolean): TimelineItem {
    const { revision, eventId: id, type, stage, actorId, office, role, recordedAt, paperOn, data } = row;
    const payload = JSON.parse(data) as object;
    const opened = payloadFor(this.parts.vault, `household-${householdId}`, payload, known);
    const paper = paperOn === null ? {} : { paperOn };
    return { revision, id, type, stage, actorId, office, role, recordedAt, ...paper, data: opened };
  }
}
