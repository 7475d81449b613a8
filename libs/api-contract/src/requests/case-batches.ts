import { IsWholeNumber } from '../fields/is-amount';
import { IsCaseId } from '../fields/is-code';
import { HasDistinct, IsListOf } from '../fields/is-object';
import { FilePlanDto } from './filing';
import { SignDto } from './signing';

/** One call decides at most so many cases. */
export const BATCH_ITEMS_MAX = 200;

const REVISION_MAX = 1_000_000_000;

/** A signature with the case it is for and the revision of it that was seen. */
export class SignItemDto extends SignDto {
  @IsCaseId()
  readonly caseId!: string;

  @IsWholeNumber(0, REVISION_MAX)
  readonly revision!: number;
}

export class FileItemDto extends FilePlanDto {
  @IsCaseId()
  readonly caseId!: string;

  @IsWholeNumber(0, REVISION_MAX)
  readonly revision!: number;
}

export class SignBatchDto {
  @IsListOf(() => SignItemDto, BATCH_ITEMS_MAX)
  @HasDistinct('caseId')
  readonly items!: readonly SignItemDto[];
}

export class FileBatchDto {
  @IsListOf(() => FileItemDto, BATCH_ITEMS_MAX)
  @HasDistinct('caseId')
  readonly items!: readonly FileItemDto[];
}
