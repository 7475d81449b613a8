import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { NoticeView } from '@yihu/api-contract';
import type { NoticeState } from '@yihu/domain';
import { loadExisting } from '../commands/load-existing';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ServerParts } from '../server-parts';

@Controller('api/notices')
@ApiTags('notices')
@ApiBearerAuth()
@Policy('signed-in')
export class NoticesController {
  constructor(private readonly parts: ServerParts) {}

  @Get(':id')
  view(@SubjectId() id: string): Promise<NoticeView> {
    return loadExisting<NoticeState>(this.parts.engine, 'notice', id);
  }
}
