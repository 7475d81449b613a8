import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AllotTownDto,
  CloseRosterDto,
  IncomeStandardDto,
  OfficeCommandDto,
  OpenProgrammeDto,
  type Answer,
} from '@yihu/api-contract';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/programmes')
@ApiTags('programmes')
@ApiBearerAuth()
export class ProgrammeCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('openProgramme')
  open(@CommandCall() call: Call, @Body() body: OpenProgrammeDto): Promise<Answer> {
    return this.commands.executeOn(String(body.year), call, body);
  }

  @Command('allotTown')
  allotTown(@CommandCall() call: Call, @Body() body: AllotTownDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('setIncomeStandard')
  setIncomeStandard(@CommandCall() call: Call, @Body() body: IncomeStandardDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('closeRoster')
  closeRoster(@CommandCall() call: Call, @Body() body: CloseRosterDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('closeProgramme')
  close(@CommandCall() call: Call, @Body() body: OfficeCommandDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
