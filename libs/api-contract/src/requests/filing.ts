import type { FilePlanInput } from '@yihu/domain';
import { IsWholeNumber } from '../fields/is-amount';
import { IsPlainText } from '../fields/is-plain-text';
import { OfficeCommandDto } from './office-command';

export class FilePlanDto extends OfficeCommandDto implements FilePlanInput {
  @IsWholeNumber(1, 10_000)
  readonly summaryNo!: number;

  @IsPlainText(40)
  readonly receiptNo!: string;
}
