import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { WorklistQuery, type WorklistView } from '@yihu/api-contract';
import { ActorId } from '../http/asked';
import { Policy } from '../http/policy';
import { WorklistService } from './worklist.service';

@Controller('api/worklist')
@ApiTags('worklist')
@ApiBearerAuth()
@Policy('signed-in')
export class WorklistController {
  constructor(private readonly worklist: WorklistService) {}

  @Get()
  list(@Query() query: WorklistQuery, @ActorId() actorId: string): Promise<WorklistView> {
    return this.worklist.list(query, actorId);
  }
}
