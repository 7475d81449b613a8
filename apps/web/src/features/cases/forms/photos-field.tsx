import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const add = async (files: readonly File[]) => {
    setReading(true);
    try {
      const added = await Promise.all(files.map(photoHash));
      onChange([...new Set([...hashes, ...added])]);
    } finally {
      setReading(false);
    }
  };
  return (
    <label className={`${styles['field']} ${styles['photos']}`}>
      <span>{label}</span>
      <input
        type="file"
        accept="image/*"
        multiple
        onChange={({ target }) => void add([...(target.files ?? [])])}
      />
      <span className={styles['hint']} role="status">
        {isReading ? t('case.form.photosReading') : t('case.form.photosKept', { count: hashes.length })}
      </span>
    </label>
  );
}
