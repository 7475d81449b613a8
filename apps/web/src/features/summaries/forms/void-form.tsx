import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import styles from '../../../components/form-parts.module.css';
import type { SheetFormProps } from './sheet-form';

/** Why a sheet is called off. */
export function VoidForm({ onChange }: SheetFormProps) {
  const { t } = useTranslation();
  const [{ reason }, set] = useFilled(
    () => ({ reason: '' }),
    (filled) => (filled.reason.trim() === '' ? undefined : { reason: filled.reason.trim() }),
    onChange,
  );
  return (
    <>
      <p className={styles['says']}>{t('summary.void.says')}</p>
      <TextField
        label={t('summary.fields.reason')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </>
  );
}
