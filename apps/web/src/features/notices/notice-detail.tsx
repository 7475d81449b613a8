import type { NoticeListItem } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../components/problem-note';
import { shownPosting } from './hanging';
import { NoticeActions } from './notice-actions';
import { NoticeDays } from './notice-days';
import styles from './notice-detail.module.css';
import { NoticePaper } from './notice-paper';
import { rowsOf } from './notice-rows';
import { NoticeStatus } from './notice-status';
import { useHouseholds } from './use-notices';

interface Props {
  readonly notice: NoticeListItem;
  readonly town: string;
  readonly today: string;
}

/** One notice: what can be done about it, and each of its postings as its paper reads. */
export function NoticeDetail({ notice, town, today }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<number | undefined>();
  const { data: households, error } = useHouseholds(notice.year, town);
  const { postings, unitName, kind, postableCount } = notice;
  const posting = postings.find((each) => each.posting === picked) ?? shownPosting(postings);
  return (
    <section className={styles['detail']} aria-labelledby="notice-title">
      <header>
        <h2 id="notice-title">
          {unitName} {t(`notice.kinds.${kind}`)}
        </h2>
        <NoticeStatus notice={notice} today={today} />
        <NoticeActions notice={notice} today={today} />
      </header>
      {postableCount > 0 && <p className={styles['waits']}>{t('notice.toPost', { count: postableCount })}</p>}
      {postings.length > 1 && (
        <div className={styles['tabs']} role="group" aria-label={t('notice.postings')}>
          {postings.map((each) => (
            <button
              key={each.posting}
              type="button"
              aria-pressed={each === posting}
              onClick={() => setPicked(each.posting)}
            >
              {t('notice.posting', { posting: each.posting })}
              <small>{t(`notice.postingStatus.${each.status}`)}</small>
            </button>
          ))}
        </div>
      )}
      {error && !households && <ProblemNote error={error} />}
      {posting && <NoticeDays posting={posting} today={today} />}
      {posting && households && (
        <NoticePaper notice={notice} posting={posting} town={town} rows={rowsOf(posting, households.rows)} />
      )}
      {!posting && <p className={styles['none']}>{t('notice.neverHung')}</p>}
    </section>
  );
}
