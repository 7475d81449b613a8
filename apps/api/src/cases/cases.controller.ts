import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ListCasesQuery,
  TimelineQuery,
  type CasePage,
  type CaseView,
  type Language,
  type TimelineItem,
} from '@yihu/api-contract';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { CasesService } from './cases.service';
import { HistoriesService } from './histories.service';

@Controller('api/cases')
@ApiTags('cases')
@ApiBearerAuth()
@Policy('signed-in')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly histories: HistoriesService,
  ) {}

  @Get()
  list(@Query() query: ListCasesQuery, @ActorId() actorId: string): Promise<CasePage> {
    return this.cases.list(query, actorId);
  }

  @Get(':id')
  view(
    @SubjectId() caseId: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<CaseView> {
    return this.cases.view(caseId, actorId, language);
  }

  @Get(':id/events')
  events(
    @SubjectId() caseId: string,
    @Query() query: TimelineQuery,
    @ActorId() actorId: string,
  ): Promise<readonly TimelineItem[]> {
    return this.histories.ofCase(caseId, query, actorId);
  }
}
