import type { BatchResult, TownSummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Chip } from '../../components/chip';
import { Reason } from '../../components/refusal-popover';
import styles from './filing-result.module.css';

interface Props {
  readonly view: TownSummaryView;
  readonly result: BatchResult;
  readonly onClose: () => void;
}

/** How each plan of a filing ended; what was not filed stands first, with every reason. */
export function FilingResult({ view, result, onClose }: Props) {
  const { t } = useTranslation();
  const done = result.items.filter(({ ok }) => ok).length;
  const inOrder = [...result.items].sort((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <section className={styles['result']} role="status" aria-label={t('summary.filing.result')}>
      <header>
        <h2>{t('summary.filing.done', { done, failed: result.items.length - done })}</h2>
        <Button size="small" onClick={onClose}>
          {t('summary.filing.close')}
        </Button>
      </header>
      <ul>
        {inOrder.map(({ caseId, ok, problem }) => {
          const row = view.rows.find((each) => each.caseId === caseId);
          return (
            <li key={caseId}>
              <b>{row?.name ?? row?.householdCode ?? caseId}</b>
              {ok ? (
                <Chip tone="done" icon="approved">
                  {t('summary.filing.filed')}
                </Chip>
              ) : (
                <Chip tone="late" icon="refused">
                  {problem?.title ?? t('summary.filing.notFiled')}
                </Chip>
              )}
              {problem?.refusals?.map((refusal) => (
                <Reason key={refusal.rule} refusal={refusal} />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
