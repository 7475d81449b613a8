import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { CaseBatchesController } from './cases/case-batches.controller';
import { CaseCommandsController } from './cases/case-commands.controller';
import { CasesController } from './cases/cases.controller';
import { CasesService } from './cases/cases.service';
import { HistoriesService } from './cases/histories.service';
import { BatchesService } from './commands/batches.service';
import { CommandsService } from './commands/commands.service';
import { HealthController } from './health/health.controller';
import { HouseholdCommandsController } from './households/household-commands.controller';
import { HouseholdsController } from './households/households.controller';
import { HouseholdsService } from './households/households.service';
import { ImportController } from './households/import.controller';
import { ImportsService } from './households/import.service';
import { ErrorsFilter } from './http/errors.filter';
import { EtagInterceptor } from './http/etag.interceptor';
import { RequestPipe } from './http/request.pipe';
import { SessionGuard } from './http/session.guard';
import { LedgerCommandsController } from './ledgers/ledger-commands.controller';
import { LedgersController } from './ledgers/ledgers.controller';
import { NoticeCommandsController } from './notices/notice-commands.controller';
import { NoticesController } from './notices/notices.controller';
import { NoticesService } from './notices/notices.service';
import { PaymentCommandsController } from './payments/payment-commands.controller';
import { PaymentsController } from './payments/payments.controller';
import { PaymentsService } from './payments/payments.service';
import { PeopleController } from './people/people.controller';
import { PeopleService } from './people/people.service';
import { ReadersService } from './people/readers.service';
import { PoliciesService } from './programmes/policies.service';
import { ProgrammeCommandsController } from './programmes/programme-commands.controller';
import { ProgrammesController } from './programmes/programmes.controller';
import { ProgrammesService } from './programmes/programmes.service';
import { ServerParts } from './server-parts';
import { DEMO_NOTES, NO_NOTES, type DemoNotes } from './session/demo-notes';
import { DemoSignInController } from './session/demo-sign-in.controller';
import { DemoController } from './session/demo.controller';
import { DemoService } from './session/demo.service';
import { SessionController } from './session/session.controller';
import { StaffCommandsController } from './staff/staff-commands.controller';
import { SummariesController } from './summaries/summaries.controller';
import { SummariesService } from './summaries/summaries.service';
import { SummaryCommandsController } from './summaries/summary-commands.controller';
import { WorklistController } from './worklist/worklist.controller';
import { WorklistService } from './worklist/worklist.service';

const controllers = [
  HealthController,
  SessionController,
  WorklistController,
  PeopleController,
  ProgrammeCommandsController,
  ProgrammesController,
  StaffCommandsController,
  HouseholdCommandsController,
  HouseholdsController,
  ImportController,
  CaseCommandsController,
  CaseBatchesController,
  CasesController,
  SummaryCommandsController,
  SummariesController,
  NoticeCommandsController,
  NoticesController,
  PaymentCommandsController,
  PaymentsController,
  LedgerCommandsController,
  LedgersController,
];

/** The HTTP surface over a server's parts. */
@Module({})
export class ApiModule {
  static over(parts: ServerParts, { demo }: { readonly demo: boolean | DemoNotes }): DynamicModule {
    return {
      module: ApiModule,
      controllers: demo ? [...controllers, DemoController, DemoSignInController] : controllers,
      providers: [
        { provide: ServerParts, useValue: parts },
        { provide: DEMO_NOTES, useValue: typeof demo === 'object' ? demo : NO_NOTES },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_FILTER, useClass: ErrorsFilter },
        BatchesService,
        CasesService,
        CommandsService,
        DemoService,
        HistoriesService,
        HouseholdsService,
        ImportsService,
        NoticesService,
        PaymentsService,
        PeopleService,
        PoliciesService,
        ProgrammesService,
        ReadersService,
        SummariesService,
        WorklistService,
      ],
    };
  }
}
