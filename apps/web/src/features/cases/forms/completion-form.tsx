import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import { DayField } from './day-field';
import type { FormProps } from './form';
import { PhotosField } from './photos-field';

interface Filled {
  readonly completedOn: string;
  readonly photos: readonly string[];
}

/** That the work is done: when, and photos of it. */
export function CompletionForm({ onChange }: FormProps) {
  const { t } = useTranslation();
  const [filled, set] = useFilled<Filled>(
    () => ({ completedOn: '', photos: [] }),
    (each) => (each.completedOn === '' ? undefined : each),
    onChange,
  );
  return (
    <>
      <DayField
        label={t('case.form.completedOn')}
        value={filled.completedOn}
        onChange={(completedOn) => set({ completedOn })}
      />
      <PhotosField
        label={t('case.form.photos')}
        hashes={filled.photos}
        onChange={(photos) => set({ photos })}
      />
    </>
  );
}
