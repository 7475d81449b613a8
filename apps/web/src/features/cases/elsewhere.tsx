import { Link } from '@tanstack/react-router';
import type { CaseView } from '@yihu/api-contract';
import { Icon } from '../../components/icon';
import { useTaskWords } from '../../components/use-task-words';
import styles from './action-bar.module.css';
import { kindOfTask } from './kind-of-task';

/** The way to the page on which a case's next step is taken: its town's sheets, its payments or its notices. */
export function Elsewhere({ view: { waitsFor, household } }: { readonly view: CaseView }) {
  const wordsOf = useTaskWords();
  if (!waitsFor) return null;
  const kind = kindOfTask(waitsFor);
  const { town, village } = household;
  const places = {
    case: { to: '/inbox' },
    summary: { to: `/towns/${town}/summary` },
    payment: { to: '/payments' },
    notice: { to: '/notices', search: { unit: waitsFor.role.startsWith('village') ? village : town } },
  };
  return (
    <Link {...(places[kind] as { to: never })} className={styles['elsewhere']}>
      {wordsOf(waitsFor.task, kind)}
      <Icon name="right" />
    </Link>
  );
}
