import type { PlanLine } from '@yihu/domain';
import { useTranslation } from 'react-i18next';
import { lineOfField } from './fields';

/** Says what a cell of a paper is called: `脱温鸡苗 数量`, `预计收入`. A field without words is said as it is. */
export function useFieldLabel(lines: readonly Pick<PlanLine, 'item'>[]): (field: string) => string {
  const { t, i18n } = useTranslation();
  const say = (key: string) => (i18n.exists(key) ? t(key) : key);
  return (field) => {
    const cell = lineOfField(field);
    const key = `paper.fields.${cell?.column ?? field}`;
    if (!cell) return i18n.exists(key) ? t(key) : field;
    const item = lines[cell.lineNo - 1]?.item ?? t('paper.line', { lineNo: cell.lineNo });
    return `${item} ${say(key)}`;
  };
}
