import { CheckList, TextArea } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { fieldOfLine, textOfReasons } from '../../../components/paper/fields';
import { useFieldLabel } from '../../../components/paper/use-field-label';
import { RETURN_REASON_CODE } from '../../../components/return-reason';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from '../forms/form';
import styles from './sheet.module.css';

/** What is judged as a whole beside the rows. */
const WHOLE = ['rewardFen', 'forecastFen', 'grounds'] as const;

/** What goes back is told cell by cell: which ones, and what is wrong with each. */
export function ReturnFields({ view, onChange }: FormProps) {
  const { t } = useTranslation();
  const lines = view.plan?.lines ?? [];
  const labelOf = useFieldLabel(lines);
  const [{ reasons }, set] = useFilled<{ readonly reasons: Readonly<Record<string, string>> }>(
    () => ({ reasons: {} }),
    (filled) => {
      const fields = Object.keys(filled.reasons);
      const isComplete = fields.length > 0 && fields.every((field) => filled.reasons[field]!.trim() !== '');
      if (!isComplete) return undefined;
      const told = fields.map((field) => ({ label: labelOf(field), reason: filled.reasons[field]! }));
      return { reasonCode: RETURN_REASON_CODE, fields, text: textOfReasons(told) };
    },
    onChange,
  );
  const cells = [
    ...lines.flatMap((_line, index) =>
      (['item', 'quantityMilli', 'unitPriceFen'] as const).map((column) => fieldOfLine(index + 1, column)),
    ),
    ...WHOLE,
  ];
  return (
    <>
      <CheckList
        multiple
        value={Object.keys(reasons)}
        onChange={(fields) =>
          set({ reasons: Object.fromEntries(fields.map((field) => [field, reasons[field] ?? ''])) })
        }
      >
        {cells.map((field) => (
          <CheckList.Item key={field} value={field}>
            {labelOf(field)}
          </CheckList.Item>
        ))}
      </CheckList>
      {Object.entries(reasons).map(([field, reason]) => (
        <label key={field} className={styles['field']}>
          {t('phone.whatIsWrong', { cell: labelOf(field) })}
          <TextArea
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(text) => set({ reasons: { ...reasons, [field]: text } })}
          />
        </label>
      ))}
    </>
  );
}
