import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ListHouseholdsQuery, type HouseholdListItem, type Page } from '@yihu/api-contract';
import { Policy } from '../http/policy';
import { HouseholdsService } from './households.service';

@Controller('api/households')
@ApiTags('households')
@ApiBearerAuth()
@Policy('signed-in')
export class HouseholdsController {
  constructor(private readonly households: HouseholdsService) {}

  @Get()
  list(@Query() query: ListHouseholdsQuery): Promise<Page<HouseholdListItem>> {
    return this.households.list(query);
  }
}
