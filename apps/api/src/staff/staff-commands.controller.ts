import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { GrantRoleDto, RegisterStaffDto, type Answer } from '@yihu/api-contract';
import { derivedId } from '@yihu/engine';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/staff')
@ApiTags('staff')
@ApiBearerAuth()
export class StaffCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('registerStaff')
  register(@CommandCall() call: Call, @Body() body: RegisterStaffDto): Promise<Answer> {
    return this.commands.executeOn(derivedId(call.commandId, 'staff'), call, body);
  }

  @Command('grantRole')
  grantRole(@CommandCall() call: Call, @Body() body: GrantRoleDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
