import { Link } from '@tanstack/react-router';
import type { CaseView } from '@yihu/api-contract';
import { Icon } from '../../components/icon';
import { useTaskWords } from '../../components/use-task-words';
import styles from './action-bar.module.css';

/** The way to the page on which a case's next step is taken: its town's payments, or its town's sheets. */
export function Elsewhere({ view: { waitsFor, household } }: { readonly view: CaseView }) {
  const wordsOf = useTaskWords();
  if (!waitsFor) return null;
  const isPayment = waitsFor.role === 'town-finance';
  const words = (
    <>
      {wordsOf(waitsFor.task, isPayment ? 'payment' : 'summary')}
      <Icon name="right" />
    </>
  );
  if (isPayment) {
    return (
      <Link to="/payments" className={styles['elsewhere']}>
        {words}
      </Link>
    );
  }
  return (
    <Link to="/towns/$town/summary" params={{ town: household.town }} className={styles['elsewhere']}>
      {words}
    </Link>
  );
}
