import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from './form';
import styles from './form.module.css';

/** Why something is taken back. */
export function ReasonForm({ onChange }: FormProps) {
  const { t } = useTranslation();
  const [{ reason }, set] = useFilled(
    () => ({ reason: '' }),
    (filled) => (filled.reason.trim() === '' ? undefined : { reason: filled.reason.trim() }),
    onChange,
  );
  return (
    <label className={styles['field']}>
      <span>{t('case.form.reason')}</span>
      <Input.TextArea
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => set({ reason: target.value })}
      />
    </label>
  );
}
