import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Language, LedgerView } from '@yihu/api-contract';
import { finalCounts, roomFen, sumsOf, surplusFen, type LedgerState } from '@yihu/domain';
import { allowedAction } from '../cases/case-view';
import { loadExisting } from '../commands/load-existing';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ServerParts } from '../server-parts';

@Controller('api/ledgers')
@ApiTags('ledgers')
@ApiBearerAuth()
@Policy('signed-in')
export class LedgersController {
  constructor(private readonly parts: ServerParts) {}

  @Get(':id')
  async view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<LedgerView> {
    const { engine, clock } = this.parts;
    const { revision, ...ledger } = await loadExisting<LedgerState>(engine, 'ledger', id);
    const now = clock().toISOString();
    const explanations = await engine.explain({ kind: 'ledger', subjectId: id, actorId, now });
    return {
      id,
      revision,
      year: ledger.year,
      unit: ledger.unit,
      ...sumsOf(ledger),
      reservedFen: ledger.reserved.subsidyFen + ledger.reserved.rewardFen,
      roomFen: roomFen(ledger),
      surplusFen: surplusFen(ledger),
      settled: Object.keys(ledger.settled).length,
      stages: finalCounts(ledger),
      closed: ledger.closed,
      allowedActions: explanations.map((each) => allowedAction(each, language)),
    };
  }
}
