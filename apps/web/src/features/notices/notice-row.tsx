import type { NoticeListItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { NoticeActions } from './notice-actions';
import { NoticeStatus } from './notice-status';
import styles from './notices.module.css';
import { postingDays } from './posting-days';

interface Props {
  readonly notice: NoticeListItem;
  readonly today: string;
}

/** One unit's notice: what hangs and for how long yet, its photos, and what can be done about it. */
export function NoticeRow({ notice, today }: Props) {
  const { t } = useTranslation();
  const shown = notice.postings.find(({ status }) => status === 'hanging') ?? notice.postings.at(-1);
  return (
    <li className={styles['notice']}>
      <div>
        <h3>
          {notice.unitName} <NoticeStatus notice={notice} />
        </h3>
        {shown ? <Days posting={shown} today={today} /> : <p>{t('notice.neverHung')}</p>}
        {notice.postableCount > 0 && (
          <p className={styles['waiting']}>{t('notice.postable', { count: notice.postableCount })}</p>
        )}
      </div>
      {shown && <Photos posting={shown} />}
      <NoticeActions notice={notice} posting={shown} today={today} />
    </li>
  );
}

type Posting = NoticeListItem['postings'][number];

function Days({ posting, today }: { readonly posting: Posting; readonly today: string }) {
  const { t } = useTranslation();
  const { lastDay, gone, days } = postingDays(posting, today);
  const count = posting.entries.length;
  const which = t('notice.posting', { no: posting.posting, postedOn: posting.postedOn, count });
  if (posting.status !== 'hanging') return <p>{which}</p>;
  return (
    <>
      <p>
        {which}，{t('notice.until', { lastDay, gone, days })}
      </p>
      <p className={styles['bar']} aria-hidden="true">
        <i style={{ width: `${(gone * 100) / days}%` }} />
      </p>
    </>
  );
}

function Photos({ posting }: { readonly posting: Posting }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['photos']}>
      {(['start', 'end'] as const).map((which) => {
        const photo = posting.photos.findLast((each) => each.which === which);
        return (
          <li key={which} className={photo ? styles['taken'] : undefined}>
            <Icon name={photo ? 'check' : 'camera'} size={13} />
            {photo ? t(`notice.photos.${which}`, { day: photo.takenOn }) : t(`notice.photos.${which}Missing`)}
          </li>
        );
      })}
    </ul>
  );
}
