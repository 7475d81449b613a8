import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { WorklistItem } from '@yihu/api-contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CasePanel } from '../../features/cases/case-panel';
import type { Done } from '../../features/cases/done';
import { offeredTo } from '../../features/cases/offered';
import { canBeUndone, UndoSignature } from '../../features/cases/undo-signature';
import { caseQuery } from '../../features/cases/use-case';
import { nextAfter } from '../../features/worklist/groups';
import { InboxList } from '../../features/worklist/inbox-list';
import { KeyHelp } from '../../features/worklist/key-help';
import { placeOf } from '../../features/worklist/place-of';
import { Queues } from '../../features/worklist/queues';
import { SubjectCard } from '../../features/worklist/subject-card';
import { subjectOf, useWorklist, type WorklistFilter } from '../../features/worklist/use-worklist';
import { rowIdOf } from '../../features/worklist/worklist-row';
import { useSession } from '../../shared/session';
import { useKeys } from '../../shared/use-keys';
import { useMedia } from '../../shared/use-media';
import styles from './inbox.module.css';

const BatchScreen = lazy(() => import('../../features/worklist/batch/batch-screen'));

/** What waits for the person, and beside it the case that is open. */
export function Inbox() {
  const { batch, task } = useSearch({ from: '/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  if (!batch || task === undefined) return <Desk />;
  const back = () => void navigate({ search: ({ batch: _, ...rest }) => rest });
  return (
    <Suspense>
      <BatchScreen task={task} onBack={back} />
    </Suspense>
  );
}

function Desk() {
  const inbox = useInbox();
  const { filter, view, items, open, isWide } = inbox;
  const [undoable, setUndoable] = useState<Done | undefined>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { goOn, open: openItem } = useDecisions(inbox);
  useKeys({
    j: () => inbox.move(1),
    k: () => inbox.move(-1),
    '/': () => document.getElementById('inbox-search')?.focus(),
    '?': () => setHelpOpen(true),
  });
  const done = (what: Done) => {
    setUndoable(canBeUndone(what) ? what : undefined);
    void goOn(what);
  };
  return (
    <main className={styles['inbox']}>
      <aside className={styles['queues']}>
        <Queues view={view} filter={filter} onFilter={inbox.narrow} />
      </aside>
      <InboxList
        worklist={inbox.worklist}
        filter={filter}
        open={isWide && open ? subjectOf(open) : undefined}
        onOpen={isWide ? openItem : undefined}
        onFilter={inbox.narrow}
        onBatch={inbox.batch}
      />
      {isWide && (
        <div className={styles['case']}>
          {open?.kind === 'case' && <CasePanel key={open.subjectId} caseId={open.subjectId} onDone={done} />}
          {open && open.kind !== 'case' && <SubjectCard item={open} place={placeOf(open)} />}
          {!open && items.length === 0 && <Nothing />}
        </div>
      )}
      {undoable && (
        <UndoSignature
          key={undoable.answer.commandId}
          done={undoable}
          onUndone={({ caseId }) => {
            setUndoable(undefined);
            inbox.show(`case:${caseId}`);
          }}
          onClose={() => setUndoable(undefined)}
        />
      )}
      {isHelpOpen && <KeyHelp onClose={() => setHelpOpen(false)} />}
    </main>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return <p className={styles['nothing']}>{t('inbox.nothingOpen')}</p>;
}

/** The list of the address, and what of it is open. */
function useInbox() {
  const { batch: _, open: subject, queue = 'todo', task, village, text } = useSearch({ from: '/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const isWide = useMedia('(min-width: 1100px)');
  const filter: WorklistFilter = { queue, task, village, text };
  const worklist = useWorklist(filter);
  const items = worklist.data?.pages.flatMap((page) => page.items) ?? [];
  const listed = items.find((item) => subjectOf(item) === subject);
  const [kind, subjectId] = subject?.split(/:(.*)/) ?? [];
  // What was decided last may have left the list, and stays open until another is chosen.
  const kept = kind === 'case' && subjectId ? ({ kind, subjectId } as WorklistItem) : undefined;
  const open = listed ?? kept ?? items[0];
  const show = (next: string) =>
    void navigate({ search: (before) => ({ ...before, open: next }), replace: true });
  const move = (by: number) => {
    const focused = items.findIndex((item) => rowIdOf(item) === document.activeElement?.id);
    const at = isWide || focused < 0 ? items.findIndex((item) => item === listed || item === open) : focused;
    const next = items[isWide || focused >= 0 ? at + by : 0];
    if (!next) return;
    if (isWide) show(subjectOf(next));
    document.getElementById(rowIdOf(next))?.focus();
  };
  return {
    filter,
    worklist,
    view: worklist.data?.pages[0],
    items,
    open,
    isWide,
    show,
    move,
    narrow: ({ queue: chosen, ...rest }: WorklistFilter) =>
      void navigate({
        search: { ...(chosen === 'done' && { queue: chosen }), ...defined(rest) },
        replace: true,
      }),
    batch: (chosen: string) =>
      void navigate({ search: (before) => ({ ...before, task: chosen, batch: true }) }),
  };
}

/** After a decision the case stays while it waits for the same person again; else the next one opens. */
function useDecisions({ items, show }: ReturnType<typeof useInbox>) {
  const queries = useQueryClient();
  const { data: session } = useSession();
  const open = (item: WorklistItem) => {
    show(subjectOf(item));
    document.getElementById(rowIdOf(item))?.focus();
  };
  const goOn = async ({ caseId }: Done) => {
    const next = nextAfter(items, (item) => item.subjectId === caseId);
    // Whoever cannot read it again goes on as well; its own pane says why when it is opened.
    const view = await queries.fetchQuery({ ...caseQuery(caseId), staleTime: 0 }).catch(() => undefined);
    if (next && !(view && offeredTo(view, session).primary)) open(next);
  };
  return { open, goOn };
}

function defined<Values extends object>(values: Values): { [Name in keyof Values]: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
