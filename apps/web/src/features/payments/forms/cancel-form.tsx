import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import type { BatchFormProps } from './batch-form';

/** Why a batch is called off; its households are free for another one. */
export function CancelForm({ onChange }: BatchFormProps) {
  const { t } = useTranslation();
  const [{ reason }, set] = useFilled(
    () => ({ reason: '' }),
    (filled) => (filled.reason.trim() === '' ? undefined : { reason: filled.reason.trim() }),
    onChange,
  );
  return (
    <>
      <p>{t('payment.cancel.says')}</p>
      <TextField
        label={t('payment.fields.reason')}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </>
  );
}
