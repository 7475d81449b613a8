import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { ProgrammeView, TownView } from '@yihu/api-contract';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ProgrammesService } from './programmes.service';

@Controller('api/programmes')
@ApiTags('programmes')
@ApiBearerAuth()
@Policy('signed-in')
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get(':year')
  view(@SubjectId('year') year: string): Promise<ProgrammeView> {
    return this.programmes.view(year);
  }

  @Get(':year/towns/:town')
  town(@SubjectId('year') year: string, @SubjectId('town') town: string): Promise<TownView> {
    return this.programmes.town(year, town);
  }
}
