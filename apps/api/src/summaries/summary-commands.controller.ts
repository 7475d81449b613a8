import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  DrawSummaryDto,
  ReceiveSummaryDto,
  SealSummaryDto,
  SheetDto,
  VoidSummaryDto,
  type Answer,
} from '@yihu/api-contract';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/summaries')
@ApiTags('summaries')
@ApiBearerAuth()
export class SummaryCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('drawSummary')
  draw(@CommandCall() call: Call, @Body() body: DrawSummaryDto): Promise<Answer> {
    return this.commands.executeOn(`${body.year}-${body.town}`, call, body);
  }

  @Command('sealSummary')
  seal(@CommandCall() call: Call, @Body() body: SealSummaryDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('submitSummary')
  submit(@CommandCall() call: Call, @Body() body: SheetDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('receiveSummary')
  receive(@CommandCall() call: Call, @Body() body: ReceiveSummaryDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('voidSummary')
  void(@CommandCall() call: Call, @Body() body: VoidSummaryDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
