import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Language, SummaryView } from '@yihu/api-contract';
import type { SummaryState } from '@yihu/domain';
import { loadOffered } from '../commands/load-offered';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ServerParts } from '../server-parts';

@Controller('api/summaries')
@ApiTags('summaries')
@ApiBearerAuth()
@Policy('signed-in')
export class SummariesController {
  constructor(private readonly parts: ServerParts) {}

  @Get(':id')
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<SummaryView> {
    return loadOffered<SummaryState>(this.parts, 'summary', id, actorId, language);
  }
}
