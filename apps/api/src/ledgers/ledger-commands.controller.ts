import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { OfficeCommandDto, ReturnSurplusDto, type Answer } from '@yihu/api-contract';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/ledgers')
@ApiTags('ledgers')
@ApiBearerAuth()
export class LedgerCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('returnSurplus')
  returnSurplus(@CommandCall() call: Call, @Body() body: ReturnSurplusDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('closeTown')
  close(@CommandCall() call: Call, @Body() body: OfficeCommandDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
