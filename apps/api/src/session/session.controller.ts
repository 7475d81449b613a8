import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { SessionView } from '@yihu/api-contract';
import { listProgrammeYears } from '@yihu/read-models';
import { ActorId } from '../http/asked';
import { Policy } from '../http/policy';
import { nameFor } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { ServerParts } from '../server-parts';

@Controller('api/session')
@ApiTags('session')
@ApiBearerAuth()
@Policy('signed-in')
export class SessionController {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
  ) {}

  @Get()
  async view(@ActorId() staffId: string): Promise<SessionView> {
    const { clock, readModels, vault } = this.parts;
    const { office, unit, grants, name: sealedName } = await this.readers.staffOf(staffId);
    const name = nameFor(vault, `staff-${staffId}`, sealedName, true);
    return {
      now: clock().toISOString(),
      programmes: await listProgrammeYears(readModels.database),
      staffId,
      office,
      unit,
      grants,
      ...(name !== undefined && { name }),
    };
  }
}
