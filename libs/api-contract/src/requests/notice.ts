import type { NoticePhotoInput, PostingInput, PostNoticeInput, ReceivePhotosInput } from '@yihu/domain';
import { IsWholeNumber } from '../fields/is-amount';
import { IsHash, IsIsoDay, IsListOfCases, IsOneOf, IsUnit } from '../fields/is-code';
import { IsPlainText } from '../fields/is-plain-text';
import { BATCH_ITEMS_MAX } from './case-batches';
import { OfficeCommandDto } from './office-command';

export class PostNoticeDto extends OfficeCommandDto implements PostNoticeInput {
  @IsWholeNumber(2000, 2999)
  readonly year!: number;

  @IsUnit()
  readonly unit!: string;

  @IsOneOf(['plan', 'result'])
  readonly kind!: PostNoticeInput['kind'];

  @IsPlainText(120, { min: 1 })
  readonly place!: string;

  @IsIsoDay()
  readonly postedOn!: string;

  @IsListOfCases(BATCH_ITEMS_MAX)
  readonly caseIds!: readonly string[];
}

/** Which posting of the notice is meant. */
export class PostingDto extends OfficeCommandDto implements PostingInput {
  @IsWholeNumber(1, 1000)
  readonly posting!: number;
}

export class NoticePhotoDto extends PostingDto implements NoticePhotoInput {
  @IsOneOf(['start', 'end'])
  readonly which!: NoticePhotoInput['which'];

  @IsHash()
  readonly hash!: string;

  @IsIsoDay()
  readonly takenOn!: string;
}

export class ReceivePhotosDto extends OfficeCommandDto implements ReceivePhotosInput {
  @IsPlainText(80, { min: 1 })
  readonly receiptNo!: string;
}
