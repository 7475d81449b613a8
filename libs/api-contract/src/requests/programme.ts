import type {
  AllotTownInput,
  CloseRosterInput,
  IncomeStandardInput,
  IncomeTier,
  Policy,
  ProgrammeDefinition,
  ProgrammeUnit,
} from '@yihu/domain';
import { IsFen, IsThousandths, IsWholeNumber } from '../fields/is-amount';
import { IsFlag, IsHash, IsIsoDay, IsOneOf, IsTown, IsUnit } from '../fields/is-code';
import { IsListOf, IsObject } from '../fields/is-object';
import { IsPlainText } from '../fields/is-plain-text';
import { OfficeCommandDto } from './office-command';
import { StepDaysDto } from './step-days';

const HOUSEHOLDS_MAX = 1_000_000;
const UNITS_MAX = 200;
const DAYS_MAX = 366;
const PERMILLE_MAX = 1000;

export class DeadlinesDto implements NonNullable<Policy['deadlines']> {
  @IsIsoDay()
  readonly plan!: string;

  @IsIsoDay()
  readonly build!: string;

  @IsIsoDay()
  readonly accept!: string;

  @IsIsoDay()
  readonly pay!: string;

  @IsIsoDay()
  readonly photos!: string;
}

export class PolicyDto implements Policy {
  @IsFen()
  readonly subsidyCapFen!: number;

  @IsFen()
  readonly rewardCapFen!: number;

  @IsFen()
  readonly basisSubsidyFen!: number;

  @IsFen()
  readonly basisRewardFen!: number;

  @IsObject(() => DeadlinesDto)
  readonly deadlines!: DeadlinesDto;

  @IsFlag()
  readonly deadlinesInclusive!: boolean;

  @IsOneOf(['stands'])
  readonly onNonWorkingDay!: 'stands';

  @IsWholeNumber(1, DAYS_MAX)
  readonly noticeDays!: number;

  @IsOneOf(['closing', 'second-tranche'])
  readonly resultNoticeGate!: Policy['resultNoticeGate'];

  @IsOneOf(['one', 'two'])
  readonly pools!: Policy['pools'];

  @IsFlag()
  readonly townReviewerMayDraft!: boolean;

  @IsThousandths({ max: PERMILLE_MAX })
  readonly evenSplitPermille!: number;

  @IsWholeNumber(0, DAYS_MAX)
  readonly backfillDays!: number;

  @IsObject(() => StepDaysDto, { optional: true })
  readonly stepDays?: StepDaysDto;
}

export class ProgrammeUnitDto implements ProgrammeUnit {
  @IsUnit()
  readonly code!: string;

  @IsPlainText(40, { min: 1 })
  readonly name!: string;

  @IsOneOf(['town', 'street', 'village'])
  readonly kind!: ProgrammeUnit['kind'];
}

/** The definition of a programme: another district or year is another body. */
export class OpenProgrammeDto extends OfficeCommandDto implements ProgrammeDefinition {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsUnit()
  readonly district!: string;

  @IsPlainText(80, { min: 1 })
  readonly name!: string;

  @IsPlainText(80, { min: 1 })
  readonly bureauName!: string;

  @IsFlag()
  readonly demo!: boolean;

  @IsObject(() => PolicyDto)
  readonly policy!: PolicyDto;

  @IsListOf(() => ProgrammeUnitDto, UNITS_MAX)
  readonly units!: readonly ProgrammeUnitDto[];
}

export class AllotTownDto extends OfficeCommandDto implements AllotTownInput {
  @IsTown()
  readonly unit!: string;

  @IsWholeNumber(0, HOUSEHOLDS_MAX)
  readonly households!: number;

  @IsFen()
  readonly quotaFen!: number;
}

export class IncomeTierDto implements IncomeTier {
  @IsFen({ optional: true })
  readonly fromFen?: number;

  @IsThousandths({ optional: true })
  readonly fromPermille?: number;

  @IsThousandths({ max: PERMILLE_MAX })
  readonly rewardPermille!: number;
}

export class IncomeStandardDto extends OfficeCommandDto implements IncomeStandardInput {
  @IsTown()
  readonly unit!: string;

  @IsOneOf(['absolute', 'ratio-to-subsidy'])
  readonly basis!: IncomeStandardInput['basis'];

  @IsListOf(() => IncomeTierDto, 20)
  readonly tiers!: readonly IncomeTierDto[];

  @IsIsoDay()
  readonly setOn!: string;

  @IsPlainText(80, { min: 1 })
  readonly docNo!: string;
}

export class CloseRosterDto extends OfficeCommandDto implements CloseRosterInput {
  @IsTown()
  readonly unit!: string;

  @IsWholeNumber(0, HOUSEHOLDS_MAX)
  readonly count!: number;

  @IsHash()
  readonly listHash!: string;
}
