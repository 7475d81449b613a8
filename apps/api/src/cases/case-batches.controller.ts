import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { FileBatchDto, SignBatchDto, type BatchResult, type Language } from '@yihu/api-contract';
import { BatchesService } from '../commands/batches.service';
import { AskedLanguage } from '../http/asked';
import { BatchCommand } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/cases')
@ApiTags('cases')
@ApiBearerAuth()
export class CaseBatchesController {
  constructor(private readonly batches: BatchesService) {}

  @BatchCommand('signAsTown')
  signAsTown(
    @CommandCall() call: Call,
    @Body() body: SignBatchDto,
    @AskedLanguage() language: Language,
  ): Promise<BatchResult> {
    return this.batches.executeEach(call, body.items, language);
  }

  @BatchCommand('filePlan')
  filePlan(
    @CommandCall() call: Call,
    @Body() body: FileBatchDto,
    @AskedLanguage() language: Language,
  ): Promise<BatchResult> {
    return this.batches.executeEach(call, body.items, language);
  }
}
