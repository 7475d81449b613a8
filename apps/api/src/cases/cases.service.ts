import { Injectable } from '@nestjs/common';
import type { CasePage, CaseView, Language, ListCasesQuery } from '@yihu/api-contract';
import type { CaseState, PlanContent, Stage } from '@yihu/domain';
import {
  dueOn,
  findCaseDetail,
  findCaseWaiting,
  listCases,
  wayOf,
  type CaseDetail,
  type ListedCase,
} from '@yihu/read-models';
import { maskPhone } from '@yihu/vault';
import type { Folded } from '@yihu/workflow';
import { actionsOn } from '../commands/load-offered';
import { householdView } from '../people/household-view';
import { knowsPeopleOf, payloadFor } from '../people/reader';
import { PeopleService } from '../people/people.service';
import { ReadersService } from '../people/readers.service';
import { PoliciesService } from '../programmes/policies.service';
import { RequestProblem } from '../http/request-problem';
import { ServerParts } from '../server-parts';
import { caseView } from './case-view';
import { pathView } from './path-view';
import { returnedView } from './returned-view';

const PAGE_ITEMS = 50;

/** How long a page waits for the read models to know what its fold knows. */
const ROWS_WAIT_MS = 500;

/** What is to be read of cases, each time for one reader. */
@Injectable()
export class CasesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
    private readonly policies: PoliciesService,
    private readonly people: PeopleService,
  ) {}

  async list(query: ListCasesQuery, actorId: string): Promise<CasePage> {
    const { after, limit = PAGE_ITEMS, ...filter } = query;
    const { database } = this.parts.readModels;
    const named = filter.text ? await this.people.named(filter.text, actorId) : undefined;
    const page = await listCases(database, { ...filter, named }, { afterCaseId: after, limit });
    const reader = await this.readers.staffOf(actorId);
    const items = page.rows.map((row) => this.listItem(row, knowsPeopleOf(reader, row.village)));
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
    const { village, villageCadreId, townCadreId } = folded.data;
    const known = await this.readers.knows(actorId, village);
    if (known) this.readers.logUnmasked(actorId, `case-${caseId}`);
    const detail = await this.detailOf(caseId, folded.revision);
    const way = detail ? wayOf(detail.row) : [];
    const staffNames = await this.readers.staffNames([
      ...way.map((step) => step.by),
      detail?.returned?.actorId,
      ...signersOf(folded.data),
    ]);
    const villageCadre = await this.readers.staffMember(villageCadreId);
    const townCadre = await this.readers.staffMember(townCadreId);
    const waitsFor = detail && (await this.waitsFor(caseId, detail));
    const owner = `household-${folded.data.householdId}`;
    return caseView({
      caseId,
      folded,
      household: this.household(folded.data, detail?.household, known),
      groundsOf: (plan) => this.grounds(owner, plan, known),
      staffNames,
      path: pathView(folded.stage as Stage, way, staffNames),
      ...(villageCadre && { villageCadre }),
      ...(townCadre && { townCadre }),
      ...(waitsFor && { waitsFor }),
      ...(detail?.returned && {
        returned: returnedView(this.parts, owner, detail.returned, staffNames, known),
      }),
      allowedActions: await actionsOn(this.parts, 'case', caseId, actorId, language),
    });
  }

  async existing(caseId: string): Promise<Folded<CaseState>> {
    const folded = (await this.parts.engine.load(`case-${caseId}`)) as Folded<CaseState>;
    if (folded.revision < 0) throw new RequestProblem('not-found');
    return folded;
  }

  private async detailOf(caseId: string, revision: number): Promise<CaseDetail | undefined> {
    const { projector, readModels } = this.parts;
    await projector.waitFor(`case-${caseId}`, revision, ROWS_WAIT_MS);
    return findCaseDetail(readModels.database, caseId);
  }

  private async waitsFor(caseId: string, { row }: CaseDetail): Promise<CaseView['waitsFor']> {
    const waiting = await findCaseWaiting(this.parts.readModels.database, caseId, row.batchId);
    if (!waiting) return undefined;
    const { task, role, staffId, since } = waiting;
    const name = staffId === null ? undefined : (await this.readers.staffMember(staffId))?.name;
    const due = dueOn(waiting, (await this.policies.ofYear(waiting.year)).policies);
    return {
      task,
      role,
      ...(staffId !== null && { staffId }),
      ...(name !== undefined && { name }),
      since,
      ...(due !== undefined && { dueOn: due }),
    };
  }

  private household(
    facts: CaseState,
    household: CaseDetail['household'],
    known: boolean,
  ): CaseView['household'] {
    const { vault } = this.parts;
    const view = householdView(vault, facts, household?.name ?? null, known);
    const owner = `household-${facts.householdId}`;
    const phone =
      known && household ? vault.unsealUnlessDestroyed(owner, 'phone', household.phone) : undefined;
    const phoneMasked = typeof phone === 'string' ? { phoneMasked: maskPhone(phone) } : {};
    return { ...view, memberCount: household?.memberCount ?? 0, ...phoneMasked };
  }

  private listItem(row: ListedCase, known: boolean): CasePage['items'][number] {
    const { caseId, year, stage, place, planVersion, subsidyFen, rewardFen, revision, updatedAt } = row;
    return {
      ...householdView(this.parts.vault, row, row.name, known),
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

  private grounds(owner: string, { grounds }: PlanContent, known: boolean) {
    if (!grounds || !known) return undefined;
    return payloadFor(this.parts, owner, { grounds }, known)['grounds'] as {
      readonly wish: string;
      readonly circumstances: string;
      readonly items: string;
    };
  }
}

/** Everyone who has put their name under a form of the case. */
function signersOf({ signatures, acceptanceSignatures, accepted }: CaseState): readonly string[] {
  const given = [...Object.values(signatures), ...Object.values(acceptanceSignatures)];
  return [...given.flatMap((each) => each?.actorId ?? []), ...(accepted?.acceptedBy ?? [])];
}
