import type { DemoView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { dayOf, daysBetween } from '../../shared/format';
import { currentLanguage } from '../../shared/language';
import styles from './deadlines.module.css';

/** A deadline this near is red. */
const NEAR_DAYS = 3;

/** How many days are left, on the demo's clock. */
export function Deadlines({ now, deadlines }: Pick<DemoView, 'now' | 'deadlines'>) {
  const { t } = useTranslation();
  return (
    <ul className={styles['deadlines']}>
      {(['completion', 'noticePhotos'] as const).map((which) => {
        const on = deadlines[which];
        const days = daysBetween(dayOf(now), on);
        return (
          <li key={which}>
            {t(`visit.deadlines.${which}`)}{' '}
            <b className={days <= NEAR_DAYS ? styles['near'] : undefined}>
              {days < 0 ? t('visit.deadlines.over') : t('visit.deadlines.days', { days })}
            </b>
            {t('visit.deadlines.on', { on: on.slice(5), weekday: weekdayOf(on) })}
          </li>
        );
      })}
    </ul>
  );
}

/** A calendar date has its weekday wherever it is read, so it is asked for where the day begins in the date itself. */
function weekdayOf(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
