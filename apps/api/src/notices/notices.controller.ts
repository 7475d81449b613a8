import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ListNoticesQuery,
  PostableCasesQuery,
  type Language,
  type NoticeListItem,
  type NoticeView,
  type PostableCase,
} from '@yihu/api-contract';
import type { NoticeState } from '@yihu/domain';
import { loadOffered } from '../commands/load-offered';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ServerParts } from '../server-parts';
import { NoticesService } from './notices.service';

@Controller('api/notices')
@ApiTags('notices')
@ApiBearerAuth()
@Policy('signed-in')
export class NoticesController {
  constructor(
    private readonly parts: ServerParts,
    private readonly notices: NoticesService,
  ) {}

  /** The notices of a unit, and for a town of its villages too, hung or not yet. */
  @Get()
  list(
    @Query() query: ListNoticesQuery,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<readonly NoticeListItem[]> {
    return this.notices.list(query, actorId, language);
  }

  /** The cases that the next posting of a notice has to show. */
  @Get('postable')
  postable(@Query() query: PostableCasesQuery, @ActorId() actorId: string): Promise<readonly PostableCase[]> {
    return this.notices.postable(query, actorId);
  }

  @Get(':id')
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<NoticeView> {
    return loadOffered<NoticeState>(this.parts, 'notice', id, actorId, language);
  }
}
