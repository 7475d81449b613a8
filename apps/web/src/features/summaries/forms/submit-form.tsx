import { useTranslation } from 'react-i18next';
import { DayField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import styles from '../../../components/form-parts.module.css';
import type { SheetFormProps } from './sheet-form';

/** That the sealed sheet goes to the bureau. */
export function SubmitForm({ onChange }: SheetFormProps) {
  const { t } = useTranslation();
  const [{ paperOn }, set] = useFilled(
    () => ({ paperOn: '' }),
    (filled) => (filled.paperOn === '' ? {} : filled),
    onChange,
  );
  return (
    <>
      <p className={styles['says']}>{t('summary.submit.says')}</p>
      <DayField label={t('form.optionalDay')} value={paperOn} onChange={(day) => set({ paperOn: day })} />
    </>
  );
}
