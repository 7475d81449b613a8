import type { DemoView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useUnitName } from '../../shared/programme';
import styles from './story-list.module.css';
import { placeAs } from './visitor';

/** Cases that are worth a look, each opened as whoever has something to do or to see there. */
export function StoryList({ stories }: Pick<DemoView, 'stories'>) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  if (stories.length === 0) return null;
  return (
    <section className={styles['stories']} aria-labelledby="stories-title">
      <h2 id="stories-title">{t('visit.stories.title', { count: stories.length })}</h2>
      <ul>
        {stories.map(({ story, caseId, town, accountKey }) => (
          <li key={caseId}>
            <a href={placeAs(`/cases/${caseId}`, accountKey)}>
              <small>{unitName(town)}</small>
              <span>{t([`visit.stories.${story}`, 'visit.stories.other'])}</span>
              <Icon name="right" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
