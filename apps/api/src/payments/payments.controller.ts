import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  ListPaymentsQuery,
  PayableCasesQuery,
  type Language,
  type PayableCase,
  type PaymentListItem,
  type PaymentView,
} from '@yihu/api-contract';
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

  @Get()
  list(@Query() query: ListPaymentsQuery): Promise<readonly PaymentListItem[]> {
    return this.payments.list(query);
  }

  /** The cases of a town that a batch could hold now. */
  @Get('payable')
  payable(@Query() query: PayableCasesQuery, @ActorId() actorId: string): Promise<readonly PayableCase[]> {
    return this.payments.payable(query, actorId);
  }

  @Get(':id')
  view(
    @SubjectId() id: string,
    @ActorId() actorId: string,
    @AskedLanguage() language: Language,
  ): Promise<PaymentView> {
    return this.payments.view(id, actorId, language);
  }
}
