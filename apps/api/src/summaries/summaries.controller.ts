import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { SummaryView } from '@yihu/api-contract';
import type { SummaryState } from '@yihu/domain';
import { loadExisting } from '../commands/load-existing';
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
  view(@SubjectId() id: string): Promise<SummaryView> {
    return loadExisting<SummaryState>(this.parts.engine, 'summary', id);
  }
}
