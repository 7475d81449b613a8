import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Language, NoticeView } from '@yihu/api-contract';
import type { NoticeState } from '@yihu/domain';
import { loadOffered } from '../commands/load-offered';
import { ActorId, AskedLanguage } from '../http/asked';
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
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<NoticeView> {
    return loadOffered<NoticeState>(this.parts, 'notice', id, actorId, language);
  }
}
