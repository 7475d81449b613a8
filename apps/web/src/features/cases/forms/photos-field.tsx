import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, FileButton } from '../../../components/fields';
import { photoHash } from '../../../shared/photo-hash';
import styles from './form.module.css';

interface Props {
  readonly label: string;
  readonly hashes: readonly string[];
  readonly onChange: (hashes: readonly string[]) => void;
}

/** Photos by what they hash to: the record names them, and whoever keeps a photo can prove that it is the one. */
export function PhotosField({ label, hashes, onChange }: Props) {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const add = async (photo: File | undefined) => {
    if (!photo) return;
    setReading(true);
    try {
      const added = await photoHash(photo);
      onChange([...new Set([...hashes, added])]);
    } finally {
      setReading(false);
    }
  };
  return (
    <div className={styles['photos']}>
      <Field label={label}>
        <FileButton words={t('form.choosePhoto')} accept="image/*" onChoose={(photo) => void add(photo)} />
      </Field>
      <p className={styles['hint']} role="status">
        {isReading ? t('form.photoReading') : t('case.form.photosKept', { count: hashes.length })}
      </p>
    </div>
  );
}
