import { TextArea } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from './act-sheet';

export function ReasonFields({ change }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <label>
      {t('phone.reason')}
      <TextArea
        rows={3}
        maxLength={1000}
        showCount
        onChange={(text) => change(text.trim() === '' ? undefined : { reason: text.trim() })}
      />
    </label>
  );
}
