import { useTranslation } from 'react-i18next';
import { DayField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import { daysOf, shownPosting } from '../hanging';
import styles from '../../../components/form-parts.module.css';
import type { NoticeFormProps } from './notice-form';

/** That a posting is over, as it should be or before its time. */
export function PostingForm({ notice, today, action, onChange }: NoticeFormProps) {
  const { t } = useTranslation();
  const shown = shownPosting(notice.postings);
  const [{ paperOn }, set] = useFilled(
    () => ({ paperOn: '' }),
    (filled) =>
      shown && { posting: shown.posting, ...(filled.paperOn !== '' && { paperOn: filled.paperOn }) },
    onChange,
  );
  return (
    <>
      <p className={styles['says']}>
        {shown &&
          t(`notice.says.${action.command}`, {
            posting: shown.posting,
            days: shown.days,
            lastDay: daysOf(shown, today).lastDay,
          })}
      </p>
      <DayField
        label={t('form.optionalDay')}
        max={today}
        value={paperOn}
        onChange={(day) => set({ paperOn: day })}
      />
    </>
  );
}
