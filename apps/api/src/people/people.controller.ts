import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { FindPeopleQuery, type FoundPerson } from '@yihu/api-contract';
import { ActorId } from '../http/asked';
import { Policy } from '../http/policy';
import { PeopleService } from './people.service';

@Controller('api/people')
@ApiTags('people')
@ApiBearerAuth()
@Policy('signed-in')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  find(@Query() { text }: FindPeopleQuery, @ActorId() actorId: string): Promise<readonly FoundPerson[]> {
    return this.people.find(text, actorId);
  }
}
