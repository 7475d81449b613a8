import type { DemoView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { SuperviseCard } from '../../features/cases/supervise-card';
import { Deadlines } from '../../features/demo/deadlines';
import { NoDemo } from '../../features/demo/no-demo';
import { RoleChips } from '../../features/demo/role-chips';
import { StoryList } from '../../features/demo/story-list';
import { SummaryCard } from '../../features/demo/summary-card';
import { accountOf, placeAs, storyToReplay } from '../../features/demo/visitor';
import { ApproveCard } from '../../features/worklist/approve-card';
import { yuan } from '../../shared/format';
import { useUnitName } from '../../shared/programme';
import { useDemo, useSession } from '../../shared/session';
import styles from './first-visit.module.css';

/** The first page: what this is, what can be done here as whom, and the days that are left. */
export function FirstVisit() {
  const { data: demo, isPending } = useDemo();
  if (isPending) return <main />;
  return demo ? <DemoVisit demo={demo} /> : <NoDemo />;
}

function DemoVisit({ demo }: { readonly demo: DemoView }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { towns, households, quotaFen, deadlines, now } = demo;
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{t('visit.title')}</h1>
          <p>
            {t('visit.says', { towns, households: households.toLocaleString('en'), quota: yuan(quotaFen) })}
          </p>
        </div>
        <Deadlines now={session?.now ?? now} deadlines={deadlines} />
      </header>
      <RoleChips demo={demo} session={session} />
      <div className={styles['cards']}>
        <Cards demo={demo} />
        <StoryList stories={demo.stories} />
      </div>
      <ul className={styles['notes']}>
        <li>
          <Icon name="lock" /> {t('visit.notes.network')}
        </li>
        <li>
          <Icon name="undo" /> {t('visit.notes.again')}
        </li>
        <li>
          <Icon name="camera" /> {t('visit.notes.phone')} <b>{`${location.origin}/m`}</b>
        </li>
      </ul>
    </main>
  );
}

function Cards({ demo }: { readonly demo: DemoView }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const unitName = useUnitName();
  const cadre = accountOf(demo, 'town-cadre');
  const supervisor = accountOf(demo, 'supervisor');
  const story = storyToReplay(demo);
  const isCadre = session?.staffId === cadre?.staffId;
  const hasList = session !== undefined && session.grants.every(({ role }) => role !== 'supervisor');
  return (
    <>
      <ApproveCard session={session} href={isCadre || hasList ? '/inbox' : placeAs('/inbox', cadre?.key)} />
      {story && (
        <SuperviseCard
          caseId={story.caseId}
          who={supervisor ? `${t('roles.supervisor')} ${supervisor.name} · ${demo.districtName}` : ''}
          townName={unitName(story.town)}
          hrefOf={(revision) =>
            placeAs(
              `/cases/${story.caseId}/history${revision === undefined ? '' : `?rev=${revision}`}`,
              supervisor?.key,
            )
          }
        />
      )}
      <SummaryCard demo={demo} />
    </>
  );
}
