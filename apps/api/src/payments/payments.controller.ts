import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { PaymentView } from '@yihu/api-contract';
import type { PaymentState } from '@yihu/domain';
import { loadExisting } from '../commands/load-existing';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { ServerParts } from '../server-parts';

@Controller('api/payments')
@ApiTags('payments')
@ApiBearerAuth()
@Policy('signed-in')
export class PaymentsController {
  constructor(private readonly parts: ServerParts) {}

  @Get(':id')
  view(@SubjectId() id: string): Promise<PaymentView> {
    return loadExisting<PaymentState>(this.parts.engine, 'payment', id);
  }
}
