import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/button';
import { Icon } from '../../components/icon';
import styles from './search-box.module.css';

/** A search is asked when typing rests. */
const REST_MS = 300;

interface Props {
  readonly text: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
}

/** Finds by name, by its first letters, or by the last four digits of the phone. */
export function SearchBox({ text = '', onSearch }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed.trim() === text) return;
    const rest = setTimeout(() => onSearch(typed.trim() === '' ? undefined : typed.trim()), REST_MS);
    return () => clearTimeout(rest);
  }, [typed, text, onSearch]);
  return (
    <label className={styles['search']}>
      <Icon name="search" />
      <input
        id="inbox-search"
        type="search"
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        value={typed}
        maxLength={20}
        onChange={({ target }) => setTyped(target.value)}
      />
      <KeyCap>/</KeyCap>
    </label>
  );
}
