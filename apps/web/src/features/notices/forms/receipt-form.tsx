import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import styles from '../../../components/form-parts.module.css';
import type { NoticeFormProps } from './notice-form';

/** The bureau's receipt for the photos (R33). */
export function ReceiptForm({ action, onChange }: NoticeFormProps) {
  const { t } = useTranslation();
  const [{ receiptNo }, set] = useFilled(
    () => ({ receiptNo: '' }),
    (filled) => (filled.receiptNo.trim() === '' ? undefined : { receiptNo: filled.receiptNo.trim() }),
    onChange,
  );
  return (
    <>
      <p className={styles['says']}>{t(`notice.says.${action.command}`)}</p>
      <TextField
        label={t('notice.fields.receiptNo')}
        maxLength={80}
        value={receiptNo}
        onChange={(text) => set({ receiptNo: text })}
      />
    </>
  );
}
