import type {
  ApproveBatchInput,
  CancelBatchInput,
  DrawBatchInput,
  ImportResultsInput,
  ReleaseBatchInput,
  ResultRow,
} from '@yihu/domain';
import { IsSignedFen, IsWholeNumber } from '../fields/is-amount';
import { IsHash, IsIsoDay, IsListOfCases, IsOneOfNumbers, IsTown } from '../fields/is-code';
import { IsListOf } from '../fields/is-object';
import { IsPlainText } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { BATCH_ITEMS_MAX } from './case-batches';
import { OfficeCommandDto } from './office-command';

const ROWS_MAX = 1000;

export class DrawBatchDto extends OfficeCommandDto implements DrawBatchInput {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsTown()
  readonly town!: string;

  @IsOneOfNumbers([1, 2])
  readonly tranche!: 1 | 2;

  @IsListOfCases(BATCH_ITEMS_MAX)
  readonly caseIds!: readonly string[];
}

export class ApproveBatchDto extends OfficeCommandDto implements ApproveBatchInput {
  @IsHash()
  readonly hash!: string;
}

export class ReleaseBatchDto extends OfficeCommandDto implements ReleaseBatchInput {
  @IsHash()
  readonly fileHash!: string;
}

export class CancelBatchDto extends OfficeCommandDto implements CancelBatchInput {
  @SealedFor('actor')
  @IsPlainText(500, { min: 1, multiline: true })
  readonly reason!: string;
}

/** A row of the bank's file; its code is whatever the bank wrote. */
export class ResultRowDto implements ResultRow {
  @IsWholeNumber(1, ROWS_MAX)
  readonly row!: number;

  @IsSignedFen()
  readonly amountFen!: number;

  @IsIsoDay()
  readonly valueOn!: string;

  @IsPlainText(80)
  readonly bankRef!: string;

  @IsPlainText(20)
  readonly code!: string;
}

export class ImportResultsDto extends OfficeCommandDto implements ImportResultsInput {
  @IsHash()
  readonly fileHash!: string;

  @IsListOf(() => ResultRowDto, ROWS_MAX)
  readonly rows!: readonly ResultRowDto[];

  @IsWholeNumber(0, ROWS_MAX)
  readonly count!: number;

  @IsSignedFen()
  readonly sumFen!: number;
}
