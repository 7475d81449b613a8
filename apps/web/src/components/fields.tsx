import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { photoHash } from '../shared/photo-hash';
import styles from './fields.module.css';
import { Icon } from './icon';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A control with its label, and what helps to fill it in. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      {children}
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly maxLength: number;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/** A line of text, or several. */
export function TextField({ label, hint, value, maxLength, rows = 1, onChange }: TextProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      {rows === 1 ? (
        <input value={value} maxLength={maxLength} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea
          rows={rows}
          value={value}
          maxLength={maxLength}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

interface DayProps {
  readonly label: string;
  readonly hint?: string;
  /** ISO date, or empty. */
  readonly value: string;
  readonly max?: string | undefined;
  readonly onChange: (day: string) => void;
}

/** A date. */
export function DayField({ label, hint, value, max, onChange }: DayProps) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <input type="date" value={value} max={max} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}

interface FileProps {
  readonly words: string;
  readonly accept: string;
  readonly onChoose: (file: File | undefined) => void;
}

/** Chooses a file, in our own words: a browser would say it in the language of the machine. */
export function FileButton({ words, accept, onChoose }: FileProps) {
  return (
    <span className={styles['file']}>
      <Icon name="upload" />
      {words}
      <input type="file" accept={accept} onChange={({ target }) => onChoose(target.files?.[0])} />
    </span>
  );
}

interface PhotoProps {
  readonly label: string;
  readonly hint?: string;
  /** The photo's hash, or empty. */
  readonly hash: string;
  readonly onChange: (hash: string) => void;
}

/** A photo by what it hashes to: the record names it, and whoever keeps the photo can prove that it is the one. */
export function PhotoField({ label, hint, hash, onChange }: PhotoProps) {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const read = async (photo: File | undefined) => {
    if (!photo) return;
    setReading(true);
    try {
      onChange(await photoHash(photo));
    } finally {
      setReading(false);
    }
  };
  const kept = hash === '' ? undefined : t('form.photoKept', { hash: hash.slice(0, 8) });
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <FileButton words={t('form.choosePhoto')} accept="image/*" onChoose={(photo) => void read(photo)} />
      <small role="status">{isReading ? t('form.photoReading') : kept}</small>
    </Field>
  );
}
