import type { AllowedAction, Answer, SummaryRowView, TownSummaryView } from '@yihu/api-contract';
import { pathTo } from '@yihu/api-contract/browser';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Money } from '../../components/money';
import { ProblemNote } from '../../components/problem-note';
import { useCommand } from '../../shared/use-command';
import styles from './summary.module.css';

interface Props {
  readonly view: TownSummaryView;
  readonly action: AllowedAction;
  readonly chosen: readonly SummaryRowView[];
  readonly onClose: () => void;
  readonly onDrawn: () => void;
}

/** What the ticked rows come to, and the button that makes a sheet of them. */
export function DrawBar({ view, action, chosen, onClose, onDrawn }: Props) {
  const { t } = useTranslation();
  const { mutate, error, isPending } = useCommand<Answer>(onDrawn);
  const sumFen = chosen.reduce((sum, { subsidyFen, rewardFen }) => sum + subsidyFen + rewardFen, 0);
  const isReady = chosen.length > 0 && !isPending;
  const { year, town, revision } = view;
  const give = () =>
    isReady &&
    mutate({
      path: pathTo('summaries', action.command),
      body: { year, town, caseIds: chosen.map(({ caseId }) => caseId) },
      // The first sheet opens the summary, which has no revision before it.
      ...(revision >= 0 && { revision }),
    });
  return (
    <footer className={styles['bar']}>
      <p>
        <b>{t('summary.draw.chosen', { count: chosen.length })}</b>
        <span>
          {t('summary.comesTo')} <Money fen={sumFen} /> {t('money.yuan')}
        </span>
      </p>
      {error && <ProblemNote error={error} />}
      <Button size="large" onClick={onClose}>
        {t('form.cancel')}
      </Button>
      <Button look="primary" size="large" off={!isReady} onClick={give}>
        {t(`commands.summaries.${action.command}`)}
      </Button>
    </footer>
  );
}
