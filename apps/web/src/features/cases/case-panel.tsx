import type { CaseView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { PathBar } from '../../components/path-bar';
import { ProblemNote } from '../../components/problem-note';
import { useSession } from '../../shared/session';
import { ActionBar } from './action-bar';
import { CaseChecks } from './case-checks';
import { CaseEvents } from './case-events';
import styles from './case-panel.module.css';
import { CasePapers } from './case-papers';
import { CaseSentence } from './case-sentence';
import type { Done } from './done';
import { awaitedAction, waitsForReader } from './offered';
import { PaymentSum } from './payment-sum';
import { ReturnedNote } from './returned-note';
import { useCase } from './use-case';

interface Props {
  readonly caseId: string;
  /** A command was given on the case. */
  readonly onDone: (done: Done) => void;
}

/** A case from top to bottom: one sentence, the path, the paper beside its checks, what happened, what can be done. */
export function CasePanel({ caseId, onDone }: Props) {
  const { t } = useTranslation();
  const { data: view, error } = useCase(caseId);
  if (error && !view) {
    return (
      <section className={styles['panel']}>
        <div className={styles['scroll']}>
          <ProblemNote error={error} />
        </div>
      </section>
    );
  }
  if (!view) {
    return (
      <section className={styles['panel']} aria-busy="true">
        <p className={styles['scroll']}>{t('case.loading')}</p>
      </section>
    );
  }
  return (
    <section className={styles['panel']} aria-label={t('case.panel')}>
      <div className={styles['scroll']}>
        <CaseBody view={view} />
      </div>
      <ActionBar key={caseId} view={view} onDone={onDone} />
    </section>
  );
}

function CaseBody({ view }: { readonly view: CaseView }) {
  const { data: session } = useSession();
  const { t } = useTranslation();
  const awaited = awaitedAction(view);
  const isReaders = waitsForReader(view, session);
  const { waitsFor } = view;
  const who = isReaders ? t('case.you') : (waitsFor?.name ?? (waitsFor && t(`roles.${waitsFor.role}`)));
  return (
    <>
      <CaseSentence view={view} />
      <div className={styles['path']}>
        <PathBar stops={view.path} {...(who !== undefined && { now: t('case.waitsShort', { who }) })} />
      </div>
      <ReturnedNote view={view} />
      <div className={styles['two']}>
        <div>
          <CasePapers key={view.caseId} view={view} />
          <div className={styles['events']}>
            <CaseEvents view={view} />
          </div>
        </div>
        <div>
          <PaymentSum view={view} />
          {awaited && <CaseChecks action={awaited} isReaders={isReaders} />}
        </div>
      </div>
    </>
  );
}
