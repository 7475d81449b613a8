import { Injectable } from '@nestjs/common';
import type { TimelineItem, TimelineQuery } from '@yihu/api-contract';
import { timelineOfCase, type TimelineRow } from '@yihu/read-models';
import { payloadFor } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { ServerParts } from '../server-parts';
import { CasesService } from './cases.service';

const PAGE_EVENTS = 50;

/** How a case came to stand as it does, for one reader. */
@Injectable()
export class HistoriesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
    private readonly cases: CasesService,
  ) {}

  async ofCase(caseId: string, query: TimelineQuery, actorId: string): Promise<readonly TimelineItem[]> {
    const { data } = await this.cases.existing(caseId);
    const known = await this.readers.knows(actorId, data.village);
    if (known) this.readers.logUnmasked(actorId, `case-${caseId}`);
    const { after, limit = PAGE_EVENTS } = query;
    const range = { ...(after !== undefined && { afterRevision: after }), limit };
    const rows = await timelineOfCase(this.parts.readModels.database, caseId, range);
    const names = await this.readers.staffNames(rows.map((row) => row.actorId));
    return rows.map((row) => this.item(row, data.householdId, names[row.actorId], known));
  }

  private item(
    row: TimelineRow,
    householdId: string,
    actorName: string | undefined,
    known: boolean,
  ): TimelineItem {
    const { revision, eventId: id, type, stage, actorId, office, role, recordedAt } = row;
    const payload = JSON.parse(row.data) as object;
    return {
      revision,
      id,
      type,
      stage,
      actorId,
      ...(actorName !== undefined && { actorName }),
      office,
      role,
      recordedAt,
      ...(row.paperOn !== null && { paperOn: row.paperOn }),
      ...(row.policyVersion !== null && { policyVersion: row.policyVersion }),
      data: payloadFor(this.parts, `household-${householdId}`, payload, known),
    };
  }
}
