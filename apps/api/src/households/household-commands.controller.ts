import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  OfficeCommandDto,
  ProposeAccountDto,
  RecordDeathDto,
  RegisterHouseholdDto,
  type Answer,
} from '@yihu/api-contract';
import { derivedId } from '@yihu/engine';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';
import { ServerParts } from '../server-parts';
import { accountFacts, identityFacts } from './number-facts';

@Controller('api/households')
@ApiTags('households')
@ApiBearerAuth()
export class HouseholdCommandsController {
  constructor(
    private readonly parts: ServerParts,
    private readonly commands: CommandsService,
  ) {}

  @Command('registerHousehold')
  register(@CommandCall() call: Call, @Body() body: RegisterHouseholdDto): Promise<Answer> {
    const householdId = derivedId(call.commandId, 'household');
    return this.commands.executeOn(householdId, call, body, identityFacts(this.parts.vault, body));
  }

  @Command('proposeAccount')
  proposeAccount(@CommandCall() call: Call, @Body() body: ProposeAccountDto): Promise<Answer> {
    return this.commands.execute(call, body, accountFacts(this.parts.vault, body));
  }

  @Command('designateAccount')
  designateAccount(@CommandCall() call: Call, @Body() body: OfficeCommandDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('recordDeath')
  recordDeath(@CommandCall() call: Call, @Body() body: RecordDeathDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
