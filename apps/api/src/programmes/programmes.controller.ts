import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { DistrictSummaryView, ProgrammeView, TownView } from '@yihu/api-contract';
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

  /** The towns in the programme's order. */
  @Get(':year/towns')
  towns(@SubjectId('year') year: string): Promise<DistrictSummaryView> {
    return this.programmes.towns(year);
  }

  @Get(':year/towns/:town')
  town(@SubjectId('year') year: string, @SubjectId('town') town: string): Promise<TownView> {
    return this.programmes.town(year, town);
  }
}
