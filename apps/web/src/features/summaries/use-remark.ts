import { useTranslation } from 'react-i18next';
import type { PaperRow } from './paper-rows';

/** Says what stands in the last column of a row. */
export function useRemark(): (row: Pick<PaperRow, 'remark'>) => string {
  const { t } = useTranslation();
  return ({ remark }) => {
    if (!remark) return '';
    if (remark.kind === 'on-sheet') return t('summary.remarks.on-sheet', { no: remark.no });
    return remark.kind === 'ended' ? t(`path.stages.${remark.stage}`) : t(`summary.remarks.${remark.kind}`);
  };
}
