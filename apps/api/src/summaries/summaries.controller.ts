import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Language, SummaryView, TownSummaryView } from '@yihu/api-contract';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { SummariesService } from './summaries.service';

@Controller('api/summaries')
@ApiTags('summaries')
@ApiBearerAuth()
@Policy('signed-in')
export class SummariesController {
  constructor(private readonly summaries: SummariesService) {}

  @Get(':id')
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<SummaryView> {
    return this.summaries.view(id, actorId, language);
  }

  /** Every case of the town in the columns of F2, whether it is on a sheet or not. */
  @Get(':id/rows')
  rows(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<TownSummaryView> {
    return this.summaries.rows(id, actorId, language);
  }
}
