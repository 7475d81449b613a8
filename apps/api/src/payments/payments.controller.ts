import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Language, PaymentView } from '@yihu/api-contract';
import { ActorId, AskedLanguage } from '../http/asked';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { PaymentsService } from './payments.service';

@Controller('api/payments')
@ApiTags('payments')
@ApiBearerAuth()
@Policy('signed-in')
export class PaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  @Get(':id')
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentView> {
    return this.payments.view(id, actorId, language);
  }
}
