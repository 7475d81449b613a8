import { useTranslation } from 'react-i18next';
import { DayField, PhotoField } from '../../../components/fields';
import { useFilled } from '../../../shared/use-filled';
import { daysOf, shownPosting } from '../hanging';
import styles from '../../../components/form-parts.module.css';
import type { NoticeFormProps } from './notice-form';

const WHICH = ['start', 'end'] as const;

interface Filled {
  readonly which: (typeof WHICH)[number];
  readonly takenOn: string;
  readonly hash: string;
}

/** A photo of the notice on its wall: one of its first days, another from its last day on (R32, R33). */
export function PhotoForm({ notice, today, onChange }: NoticeFormProps) {
  const { t } = useTranslation();
  const shown = shownPosting(notice.postings);
  const has = (which: Filled['which']) => shown?.photos.some((photo) => photo.which === which) ?? false;
  const [{ which, takenOn, hash }, set] = useFilled<Filled>(
    () => ({ which: has('start') ? 'end' : 'start', takenOn: today, hash: '' }),
    (filled) =>
      shown && filled.hash !== '' && filled.takenOn !== ''
        ? { posting: shown.posting, ...filled }
        : undefined,
    onChange,
  );
  if (!shown) return null;
  return (
    <>
      <fieldset className={styles['choice']}>
        <legend>{t('notice.fields.which')}</legend>
        {WHICH.map((each) => (
          <label key={each}>
            <input type="radio" name="which" checked={each === which} onChange={() => set({ which: each })} />
            <span>{t(`notice.photos.${each}`)}</span>
            <small>
              {t(`notice.photos.when.${each}`, {
                postedOn: shown.postedOn,
                lastDay: daysOf(shown, today).lastDay,
              })}
            </small>
          </label>
        ))}
      </fieldset>
      <DayField
        label={t('notice.fields.takenOn')}
        max={today}
        value={takenOn}
        onChange={(day) => set({ takenOn: day })}
      />
      <PhotoField
        label={t('notice.fields.hash')}
        hint={t('notice.photos.hint')}
        hash={hash}
        onChange={(read) => set({ hash: read })}
      />
    </>
  );
}
