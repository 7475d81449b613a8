import type { SessionView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { JobCard } from '../../components/job-card';
import { Money } from '../../components/money';
import { useTaskWords } from '../../components/use-task-words';
import { useUnitName } from '../../shared/programme';
import { ReasonChip } from './reason-chip';
import { useWorklist } from './use-worklist';

/** Things to do that fit in the preview. */
const ROWS = 3;

interface Props {
  readonly session: SessionView | undefined;
  /** The page of the list; it names as whom when it is another person's. */
  readonly href: string;
}

/** What waits for the person who looks: how much, how much of it is late, and the first of it. */
export function ApproveCard({ session, href }: Props) {
  const { t } = useTranslation();
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  const view = useWorklist({ queue: 'todo' }).data?.pages[0];
  const [grant] = session?.grants ?? [];
  const overdue = view?.overdue ?? 0;
  return (
    <JobCard
      icon="pen"
      title={t('visit.approve.title')}
      who={grant ? `${t(`roles.${grant.role}`)} ${session?.name ?? ''} · ${unitName(grant.territory)}` : ''}
      figures={[
        { value: view?.counts.todo ?? '—', words: t('visit.approve.todo') },
        {
          value: view ? overdue : '—',
          words: t('visit.approve.overdue'),
          ...(overdue > 0 && { tone: 'late' as const }),
        },
      ]}
      preview={
        <table>
          <tbody>
            {view?.items.slice(0, ROWS).map((item) => (
              <tr key={item.key}>
                <th scope="row">
                  {item.household?.name ??
                    item.household?.householdCode ??
                    unitName(item.village ?? item.town)}
                </th>
                <td>
                  {wordsOf(item.task, item.kind)} <ReasonChip item={item} today={view.today} />
                </td>
                <td>
                  <Money fen={item.amountFen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      says={t('visit.approve.says')}
      href={href}
      button={
        overdue > 0
          ? t('visit.approve.overdueFirst', { count: overdue })
          : t('visit.approve.button', { count: view?.counts.todo ?? 0 })
      }
    />
  );
}
