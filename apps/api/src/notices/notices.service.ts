import { Injectable } from '@nestjs/common';
import type {
  Language,
  ListNoticesQuery,
  NoticeListItem,
  PostableCase,
  PostableCasesQuery,
} from '@yihu/api-contract';
import { townOf, type NoticeState, type ProgrammeState } from '@yihu/domain';
import { postableCases, type ListedCase } from '@yihu/read-models';
import { householdView } from '../people/household-view';
import { knowsPeopleOf } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { PoliciesService } from '../programmes/policies.service';
import { ServerParts } from '../server-parts';
import { noticeActions } from './notice-actions';

type Unit = ProgrammeState['units'][number];

const KINDS = ['plan', 'result'] as const;

/** The notices of a town and its villages, hung or not yet, and the cases for the next posting. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
    private readonly policies: PoliciesService,
  ) {}

  async list(
    { year, unit }: ListNoticesQuery,
    actorId: string,
    language: Language,
  ): Promise<readonly NoticeListItem[]> {
    const programme = (await this.parts.engine.load(`programme-${year}`)).data as ProgrammeState;
    const asked = programme.units.filter(({ code }) => code === unit || townOf(code) === unit);
    const wanted = asked.flatMap((each) => KINDS.map((kind) => ({ unit: each, kind })));
    return Promise.all(wanted.map((each) => this.item(year, each.unit, each.kind, actorId, language)));
  }

  async postable(query: PostableCasesQuery, actorId: string): Promise<readonly PostableCase[]> {
    const cases = await this.casesFor(query);
    const reader = await this.readers.staffOf(actorId);
    const items = cases.map((found) => ({
      caseId: found.caseId,
      household: householdView(this.parts.vault, found, found.name, knowsPeopleOf(reader, found.village)),
      revision: found.revision,
    }));
    const unmasked = items.filter(({ household }) => !household.nameMasked);
    this.readers.logUnmasked(actorId, 'postable', unmasked.length);
    return items;
  }

  private async item(
    year: number,
    { code: unit, name: unitName }: Unit,
    kind: 'plan' | 'result',
    actorId: string,
    language: Language,
  ): Promise<NoticeListItem> {
    const id = `${year}-${unit}-${kind}`;
    const { data, revision } = await this.parts.engine.load(`notice-${id}`);
    const { postings, photosFiled, photosReceived } = data as NoticeState;
    const postable = (await this.casesFor({ year, unit, kind })).map(({ caseId }) => caseId);
    const asked = { id, year, unit, kind, postings, postable };
    return {
      id,
      revision,
      year,
      unit,
      unitName,
      kind,
      postings,
      photosFiled,
      photosReceived,
      postableCount: postable.length,
      allowedActions: await noticeActions(this.parts, asked, actorId, language),
    };
  }

  private async casesFor({ year, unit, kind }: PostableCasesQuery): Promise<readonly ListedCase[]> {
    const level = unit === townOf(unit) ? 'town' : 'village';
    const day = await this.policies.ofYear(year);
    return postableCases(this.parts.readModels.database, { year, unit, level, kind }, day);
  }
}
