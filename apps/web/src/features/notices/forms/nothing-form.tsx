import { useTranslation } from 'react-i18next';
import { DayField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import styles from '../../../components/form-parts.module.css';
import type { NoticeFormProps } from './notice-form';

/** What takes nothing but the date on its paper. */
export function NothingForm({ today, action, onChange }: NoticeFormProps) {
  const { t } = useTranslation();
  const [{ paperOn }, set] = useFilled(
    () => ({ paperOn: '' }),
    (filled) => (filled.paperOn === '' ? {} : filled),
    onChange,
  );
  return (
    <>
      <p className={styles['says']}>{t(`notice.says.${action.command}`)}</p>
      <DayField
        label={t('form.optionalDay')}
        max={today}
        value={paperOn}
        onChange={(day) => set({ paperOn: day })}
      />
    </>
  );
}
