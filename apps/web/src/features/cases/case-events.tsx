import { Link } from '@tanstack/react-router';
import type { CaseView, TimelineItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { timeOf } from '../../shared/format';
import styles from './case-events.module.css';
import { useCaseEvents } from './use-case';

const LAST = 6;

/** What happened last, the newest first; the whole history is one press away. */
export function CaseEvents({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { data: events = [] } = useCaseEvents(view.caseId, view.revision);
  return (
    <section className={styles['events']} aria-labelledby="events-title">
      <header>
        <h2 id="events-title">{t('case.events.title')}</h2>
        <Link to="/cases/$caseId/history" params={{ caseId: view.caseId }}>
          {t('case.events.all', { count: view.revision + 1 })}
        </Link>
      </header>
      <ol>
        {events
          .slice(-LAST)
          .reverse()
          .map((event) => (
            <Event key={event.id} event={event} />
          ))}
      </ol>
    </section>
  );
}

function Event({ event: { type, recordedAt, actorName, role, office } }: { readonly event: TimelineItem }) {
  const { t } = useTranslation();
  return (
    <li>
      <time dateTime={recordedAt}>{timeOf(recordedAt)}</time>
      <b>{actorName ?? office}</b>
      <span>{t(`roles.${role}`)}</span>
      <span>{t(`facts.${type}`)}</span>
    </li>
  );
}
