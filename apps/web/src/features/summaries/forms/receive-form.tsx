import { useTranslation } from 'react-i18next';
import { DayField, TextField } from '../../../components/fields';
import { yuan } from '../../../shared/format';
import { useUnitName } from '../../../shared/programme';
import { useFilled } from '../../../shared/use-filled';
import { rowsOfSheet } from '../paper-rows';
import styles from '../../../components/form-parts.module.css';
import type { SheetFormProps } from './sheet-form';

/** The bureau's receipt: its number, and the cases that are sent back instead of filed (R23). */
export function ReceiveForm({ view, sheet, onChange }: SheetFormProps) {
  const { t } = useTranslation();
  const [{ receiptNo, returned, paperOn }, set] = useFilled<{
    readonly receiptNo: string;
    readonly returned: readonly string[];
    readonly paperOn: string;
  }>(
    () => ({ receiptNo: '', returned: [], paperOn: '' }),
    (filled) => {
      const number = filled.receiptNo.trim();
      if (number === '') return undefined;
      return {
        receiptNo: number,
        returned: filled.returned,
        ...(filled.paperOn !== '' && { paperOn: filled.paperOn }),
      };
    },
    onChange,
  );
  const toggle = (caseId: string) =>
    set({
      returned: returned.includes(caseId)
        ? returned.filter((each) => each !== caseId)
        : [...returned, caseId],
    });
  return (
    <>
      <TextField
        label={t('summary.fields.receiptNo')}
        maxLength={40}
        value={receiptNo}
        onChange={(text) => set({ receiptNo: text })}
      />
      <DayField label={t('form.optionalDay')} value={paperOn} onChange={(day) => set({ paperOn: day })} />
      <ReturnedCases view={view} sheet={sheet} returned={returned} onToggle={toggle} />
      <p className={styles['says']}>
        {t('summary.receive.says', {
          filed: sheet.entries.length - returned.length,
          returned: returned.length,
        })}
      </p>
    </>
  );
}

interface ReturnedProps extends Pick<SheetFormProps, 'view' | 'sheet'> {
  readonly returned: readonly string[];
  readonly onToggle: (caseId: string) => void;
}

function ReturnedCases({ view, sheet, returned, onToggle }: ReturnedProps) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  return (
    <fieldset className={styles['cases']}>
      <legend>{t('summary.fields.returned')}</legend>
      <ul tabIndex={0}>
        {rowsOfSheet(view, sheet).map((row) => (
          <li key={row.caseId}>
            <label>
              <input
                type="checkbox"
                checked={returned.includes(row.caseId)}
                onChange={() => onToggle(row.caseId)}
              />
              <b>{row.name ?? row.householdCode}</b>
              <span>{unitName(row.village)}</span>
              <span>{yuan(row.subsidyFen)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
