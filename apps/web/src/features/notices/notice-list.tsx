import type { NoticeListItem } from '@yihu/api-contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isForMe, standingOf } from './hanging';
import styles from './notice-list.module.css';
import { NoticeStatus } from './notice-status';

interface Props {
  readonly notices: readonly NoticeListItem[];
  readonly shown: NoticeListItem | undefined;
  readonly today: string;
}

/** The notices of a unit: what can be done first, then what hangs or hung. */
export function NoticeList({ notices, shown, today }: Props) {
  const { t } = useTranslation();
  const filled = notices.filter((notice) => standingOf(notice) !== 'nothing' || notice === shown);
  const groups = {
    mine: filled.filter(isForMe),
    others: filled.filter((notice) => !isForMe(notice)),
  };
  const empty = notices.length - filled.length;
  return (
    <nav className={styles['list']} aria-label={t('notice.list')}>
      {(['mine', 'others'] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <section key={group}>
              <h2>
                {t(`notice.groups.${group}`)} <small>{groups[group].length}</small>
              </h2>
              <ul>
                {groups[group].map((notice) => (
                  <li key={notice.id}>
                    <Row notice={notice} isShown={notice === shown} today={today} />
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
      {empty > 0 && <p>{t('notice.empty', { count: empty })}</p>}
    </nav>
  );
}

interface RowProps {
  readonly notice: NoticeListItem;
  readonly isShown: boolean;
  readonly today: string;
}

function Row({ notice, isShown, today }: RowProps) {
  const { t } = useTranslation();
  const { unit, unitName, kind } = notice;
  return (
    <Link to="/notices" search={{ unit, kind }} aria-current={isShown ? 'true' : undefined}>
      <b>{unitName}</b>
      <span>{t(`notice.kinds.${kind}`)}</span>
      <NoticeStatus notice={notice} today={today} />
    </Link>
  );
}
