import type { PaymentView } from '@yihu/api-contract';
import { csvOf } from '../../shared/csv';
import { photoHash } from '../../shared/photo-hash';
import { typedYuan } from '../../shared/read-number';

type Batch = Pick<PaymentView, 'rows' | 'households'>;

/** In the file's own language, so that the same batch makes the same bytes for whoever makes the file. */
const HEADS = ['序号', '户编号', '案号', '金额', '账户凭据'] as const;

/**
 * The batch as the file for the bank: nothing but rows, their cases, amounts and references of accounts. The bank's
 * own file with the numbers of the accounts is made where those are kept.
 */
export function batchFile({ rows, households }: Batch): string {
  const sumFen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return csvOf([
    HEADS,
    ...rows.map(({ row, caseId, amountFen, accountRef }, index) => [
      row,
      households[index]?.householdCode ?? '',
      caseId,
      typedYuan(amountFen),
      accountRef,
    ]),
    ['合计', rows.length, '', typedYuan(sumFen), ''],
  ]);
}

/** The SHA-256 of a text as it is saved. */
export function textHash(text: string): Promise<string> {
  return photoHash(new Blob([text]));
}
