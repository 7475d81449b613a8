import { CheckList, TextArea } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RETURN_REASON_CODE } from '../../../components/return-reason';
import type { FieldsProps } from './act-sheet';
import styles from './sheet.module.css';

/** What goes back is told cell by cell: which ones, and what is wrong with each. */
export function ReturnFields({ view, change }: FieldsProps) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const cells = [
    ...(view.plan?.lines ?? []).map(({ item }, index) => ({ field: `lines.${index + 1}`, words: item })),
    { field: 'rewardFen', words: t('phone.rewardCell') },
    { field: 'forecastFen', words: t('phone.forecastCell') },
    { field: 'grounds', words: t('phone.groundsCell') },
  ];
  const set = (next: Readonly<Record<string, string>>) => {
    setReasons(next);
    const ticked = cells.filter(({ field }) => next[field] !== undefined);
    const isComplete = ticked.length > 0 && ticked.every(({ field }) => next[field]!.trim() !== '');
    const text = ticked.map(({ field, words }) => `${words}：${next[field]!.trim()}`).join('\n');
    const fields = ticked.map(({ field }) => field);
    change(isComplete ? { reasonCode: RETURN_REASON_CODE, fields, text } : undefined);
  };
  return (
    <>
      <CheckList
        multiple
        value={Object.keys(reasons)}
        onChange={(fields) =>
          set(Object.fromEntries(fields.map((field) => [field, reasons[String(field)] ?? ''])))
        }
      >
        {cells.map(({ field, words }) => (
          <CheckList.Item key={field} value={field}>
            {words}
          </CheckList.Item>
        ))}
      </CheckList>
      {cells
        .filter(({ field }) => reasons[field] !== undefined)
        .map(({ field, words }) => (
          <label key={field} className={styles['field']}>
            {t('phone.whatIsWrong', { cell: words })}
            <TextArea
              rows={2}
              maxLength={200}
              value={reasons[field]!}
              onChange={(text) => set({ ...reasons, [field]: text })}
            />
          </label>
        ))}
    </>
  );
}
