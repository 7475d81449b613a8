import type { TownSummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { SheetStatus } from './sheet-status';
import styles from './sheet-tabs.module.css';

interface Props {
  readonly view: TownSummaryView;
  /** The number of the sheet that is shown; without one the whole town is. */
  readonly shown: number | undefined;
  readonly onShow: (no: number | undefined) => void;
}

/** The whole town, and each sheet that was drawn of it. */
export function SheetTabs({ view, shown, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles['tabs']} role="group" aria-label={t('summary.sheets')}>
      <button type="button" aria-pressed={shown === undefined} onClick={() => onShow(undefined)}>
        {t('summary.town')}
        <small>{t('summary.households', { count: view.rows.length })}</small>
      </button>
      {view.sheets.map(({ no, entries, status }) => (
        <button key={no} type="button" aria-pressed={shown === no} onClick={() => onShow(no)}>
          {t('summary.sheet', { no })}
          <small>{t('summary.households', { count: entries.length })}</small>
          <SheetStatus status={status} />
        </button>
      ))}
    </div>
  );
}
