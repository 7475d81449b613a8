import { Injectable } from '@nestjs/common';
import type { DistrictSummaryView, ProgrammeView, TownView } from '@yihu/api-contract';
import type { ProgrammeState } from '@yihu/domain';
import { districtSummary, findTownLedger, roomFenOf } from '@yihu/read-models';
import { loadExisting } from '../commands/load-existing';
import { RequestProblem } from '../http/request-problem';
import { ServerParts } from '../server-parts';
import { districtSummaryView } from './district-summary-view';

/** A programme and the money of its towns. */
@Injectable()
export class ProgrammesService {
  constructor(private readonly parts: ServerParts) {}

  view(year: string): Promise<ProgrammeView> {
    return loadExisting<ProgrammeState>(this.parts.engine, 'programme', year);
  }

  async towns(year: string): Promise<DistrictSummaryView> {
    const programme = await this.view(year);
    const found = await districtSummary(this.parts.readModels.database, programme.year);
    return districtSummaryView(programme, found);
  }

  async town(year: string, town: string): Promise<TownView> {
    const { towns } = await this.view(year);
    const ledger = await findTownLedger(this.parts.readModels.database, `${year}-${town}`);
    const allotted = Object.hasOwn(towns, town) ? towns[town] : undefined;
    if (!allotted || !ledger) throw new RequestProblem('not-found');
    const { allottedFen, reservedFen, paidFirstFen, paidSecondFen, recoveredFen, settledCount } = ledger;
    return {
      year: ledger.year,
      town,
      households: allotted.households,
      rosterClosed: allotted.rosterClosed,
      standardVersion: allotted.standards.at(-1)?.version ?? 0,
      allottedFen,
      reservedFen,
      roomFen: roomFenOf(ledger),
      paidFirstFen,
      paidSecondFen,
      paidRewardFen: ledger.rewardFen,
      recoveredFen,
      settledCount,
      incomplete: ledger.incomplete === 1,
    };
  }
}
