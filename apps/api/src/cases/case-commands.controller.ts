import { Body, Controller } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  AcceptanceDto,
  AcceptWorkDto,
  AssignCadresDto,
  CompletionDto,
  DraftPlanDto,
  ExtensionDto,
  FilePlanDto,
  FreezeDto,
  NoProjectDto,
  OfficeCommandDto,
  OpenCaseDto,
  ReasonDto,
  RecoveryDto,
  RectificationDto,
  ReturnDto,
  SignDto,
  UnfreezeDto,
  WithdrawCaseDto,
  type Answer,
} from '@yihu/api-contract';
import { CommandsService } from '../commands/commands.service';
import { Command } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';

@Controller('api/cases')
@ApiTags('cases')
@ApiBearerAuth()
export class CaseCommandsController {
  constructor(private readonly commands: CommandsService) {}

  @Command('openCase')
  open(@CommandCall() call: Call, @Body() body: OpenCaseDto): Promise<Answer> {
    return this.commands.executeOn(`${body.year}-${body.householdId}`, call, body);
  }

  @Command('assignCadres')
  assignCadres(@CommandCall() call: Call, @Body() body: AssignCadresDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('draftPlan')
  draftPlan(@CommandCall() call: Call, @Body() body: DraftPlanDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('signAsHousehold')
  signAsHousehold(@CommandCall() call: Call, @Body() body: SignDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('signAsVillage')
  signAsVillage(@CommandCall() call: Call, @Body() body: SignDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('signAsTown')
  signAsTown(@CommandCall() call: Call, @Body() body: SignDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('withdrawHouseholdSignature')
  withdrawHouseholdSignature(@CommandCall() call: Call, @Body() body: ReasonDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('withdrawVillageSignature')
  withdrawVillageSignature(@CommandCall() call: Call, @Body() body: ReasonDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('withdrawTownSignature')
  withdrawTownSignature(@CommandCall() call: Call, @Body() body: ReasonDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('returnPlan')
  returnPlan(@CommandCall() call: Call, @Body() body: ReturnDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('filePlan')
  filePlan(@CommandCall() call: Call, @Body() body: FilePlanDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('returnFiling')
  returnFiling(@CommandCall() call: Call, @Body() body: ReturnDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('reportCompletion')
  reportCompletion(@CommandCall() call: Call, @Body() body: CompletionDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('draftAcceptance')
  draftAcceptance(@CommandCall() call: Call, @Body() body: AcceptanceDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('signAcceptanceAsHousehold')
  signAcceptanceAsHousehold(@CommandCall() call: Call, @Body() body: SignDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('signAcceptanceAsVillage')
  signAcceptanceAsVillage(@CommandCall() call: Call, @Body() body: SignDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('orderRectification')
  orderRectification(@CommandCall() call: Call, @Body() body: RectificationDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('acceptWork')
  acceptWork(@CommandCall() call: Call, @Body() body: AcceptWorkDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('confirmNoProject')
  confirmNoProject(@CommandCall() call: Call, @Body() body: NoProjectDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('withdrawCase')
  withdraw(@CommandCall() call: Call, @Body() body: WithdrawCaseDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('closeCase')
  close(@CommandCall() call: Call, @Body() body: OfficeCommandDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('freezeCase')
  freeze(@CommandCall() call: Call, @Body() body: FreezeDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('unfreezeCase')
  unfreeze(@CommandCall() call: Call, @Body() body: UnfreezeDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('grantExtension')
  grantExtension(@CommandCall() call: Call, @Body() body: ExtensionDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }

  @Command('recordRecovery')
  recordRecovery(@CommandCall() call: Call, @Body() body: RecoveryDto): Promise<Answer> {
    return this.commands.execute(call, body);
  }
}
