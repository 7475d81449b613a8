import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { CasePanel } from '../../features/cases/case-panel';
import type { Done } from '../../features/cases/done';
import { canBeUndone, UndoSignature } from '../../features/cases/undo-signature';
import styles from './one-case.module.css';

/** A case on a page of its own: the narrow desk's, and what a link to a case leads to. */
export function OneCase() {
  const { t } = useTranslation();
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const navigate = useNavigate();
  const [undoable, setUndoable] = useState<Done | undefined>();
  return (
    <main className={styles['page']}>
      <Link to="/inbox" className={styles['back']}>
        <Icon name="left" />
        {t('frame.inbox')}
      </Link>
      <CasePanel
        key={caseId}
        caseId={caseId}
        onDone={(done) => setUndoable(canBeUndone(done) ? done : undefined)}
      />
      {undoable && (
        <UndoSignature
          key={undoable.answer.commandId}
          done={undoable}
          onUndone={(undone) => {
            setUndoable(undefined);
            void navigate({ to: '/cases/$caseId', params: { caseId: undone.caseId } });
          }}
          onClose={() => setUndoable(undefined)}
        />
      )}
    </main>
  );
}
