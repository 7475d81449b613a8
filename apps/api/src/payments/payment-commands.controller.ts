import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ApproveBatchDto,
  CancelBatchDto,
  DrawBatchDto,
  ImportResultsDto,
  ReleaseBatchDto,
  type Answer,
} from '@yihu/api-contract';
import { derivedId } from '@yihu/engine';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/payments')
@ApiTags('payments')
@ApiBearerAuth()
export class PaymentCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('drawBatch')
  draw(@CommandCall() call: Call, @Body() body: DrawBatchDto): Promise<Answer> {
    return this.commands.executeOn(derivedId(call.commandId, 'payment'), call, body);
  }

  @Command('approveBatch')
  approve(@CommandCall() call: Call, @Body() body: ApproveBatchDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('releaseBatch')
  release(@CommandCall() call: Call, @Body() body: ReleaseBatchDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('cancelBatch')
  cancel(@CommandCall() call: Call, @Body() body: CancelBatchDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('importResults')
  importResults(@CommandCall() call: Call, @Body() body: ImportResultsDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
