import { TextArea } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from '../forms/form';

export function ReasonFields({ onChange }: FormProps) {
  const { t } = useTranslation();
  const [{ reason }, set] = useFilled(
    () => ({ reason: '' }),
    (filled) => (filled.reason.trim() === '' ? undefined : { reason: filled.reason.trim() }),
    onChange,
  );
  return (
    <label>
      {t('phone.reason')}
      <TextArea
        rows={3}
        maxLength={1000}
        showCount
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
    </label>
  );
}
