import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { daysOf, type Posting } from './hanging';
import styles from './notice-detail.module.css';

interface Props {
  readonly posting: Posting;
  readonly today: string;
}

/** How long a posting has hung, and the two photos that prove it. */
export function NoticeDays({ posting, today }: Props) {
  const { t } = useTranslation();
  const { postedOn, days, status, place } = posting;
  const { lastDay, counted } = daysOf(posting, today);
  const lasts = status === 'interrupted' ? undefined : status === 'complete' ? days : counted;
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>{t('notice.facts.place')}</dt>
        <dd>{place}</dd>
      </div>
      <div>
        <dt>{t('notice.facts.postedOn')}</dt>
        <dd>{postedOn}</dd>
      </div>
      <div>
        <dt>{t('notice.facts.lastDay')}</dt>
        <dd>{lastDay}</dd>
      </div>
      <div>
        <dt>{t('notice.facts.days')}</dt>
        <dd>
          {lasts === undefined
            ? t('notice.facts.broken')
            : t('notice.facts.counted', { counted: lasts, days })}
          {lasts !== undefined && <Bar counted={lasts} days={days} />}
        </dd>
      </div>
      {(['start', 'end'] as const).map((which) => (
        <div key={which}>
          <dt>{t(`notice.photos.${which}`)}</dt>
          <dd>
            <Photos posting={posting} which={which} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bar({ counted, days }: { readonly counted: number; readonly days: number }) {
  return (
    <span className={styles['days']} aria-hidden="true">
      {Array.from({ length: days }, (_, day) => (
        <i key={day} className={day < counted ? styles['counted'] : undefined} />
      ))}
    </span>
  );
}

function Photos({ posting, which }: { readonly posting: Posting; readonly which: 'start' | 'end' }) {
  const { t } = useTranslation();
  const photos = posting.photos.filter((photo) => photo.which === which);
  if (photos.length === 0) return <span className={styles['missing']}>{t('notice.photos.none')}</span>;
  return photos.map(({ hash, takenOn }) => (
    <span key={hash} className={styles['photo']}>
      <Icon name="picture" /> {takenOn} <small>{hash.slice(0, 8)}…</small>
    </span>
  ));
}
