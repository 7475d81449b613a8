import { Injectable } from '@nestjs/common';
import type { Language, SummaryView, TownSummaryView } from '@yihu/api-contract';
import type { ProgrammeState, SummaryState } from '@yihu/domain';
import { findTownLedger, townSummary } from '@yihu/read-models';
import { loadExisting } from '../commands/load-existing';
import { RequestProblem } from '../http/request-problem';
import { knowsPeopleOf } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { ServerParts } from '../server-parts';
import { summaryActions } from './summary-actions';
import { sheetView, summaryRow, summarySums } from './town-summary-view';

/** A town's summary (F2): its sheets, and every case of the town in its columns. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
  ) {}

  async view(id: string, actorId: string, language: Language): Promise<SummaryView> {
    const summary = await loadExisting<SummaryState>(this.parts.engine, 'summary', id);
    const rows = await townSummary(this.parts.readModels.database, summary.year, summary.town);
    const drawable = rows.filter((row) => row.stage === 'cadre-signed' && row.sheetNo === null);
    const asked = { ...summary, drawable: drawable.map((row) => row.caseId) };
    return { ...summary, allowedActions: await summaryActions(this.parts, asked, actorId, language) };
  }

  /** Works before any sheet was drawn; a town without an allotment has no summary. */
  async rows(id: string, actorId: string, language: Language): Promise<TownSummaryView> {
    const { engine, readModels, vault } = this.parts;
    const ledger = await findTownLedger(readModels.database, id);
    if (!ledger) throw new RequestProblem('not-found');
    const { year, town, allottedFen, reservedFen } = ledger;
    const { units } = (await engine.load(`programme-${year}`)).data as ProgrammeState;
    const { data, revision } = await engine.load(`summary-${id}`);
    const { sheets } = data as SummaryState;
    const reader = await this.readers.staffOf(actorId);
    const listed = await townSummary(readModels.database, year, town);
    const rows = listed.map((row) => summaryRow(vault, row, sheets, knowsPeopleOf(reader, row.village)));
    this.readers.logUnmasked(actorId, `summary-${id}`, rows.filter((row) => !row.nameMasked).length);
    const drawable = rows.filter((row) => row.drawable).map((row) => row.caseId);
    const asked = { id, year, town, sheets, drawable };
    return {
      id,
      year,
      town,
      townName: units.find((unit) => unit.code === town)?.name ?? town,
      revision,
      rows,
      sheets: sheets.map(sheetView),
      ...summarySums(rows),
      allottedFen,
      reservedFen,
      allowedActions: await summaryActions(this.parts, asked, actorId, language),
      incomplete: ledger.incomplete === 1 || listed.some((row) => row.incomplete === 1),
    };
  }
}
