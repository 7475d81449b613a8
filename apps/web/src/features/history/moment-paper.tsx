import { currentPlan, filedPlan } from '@yihu/domain';
import { useTranslation } from 'react-i18next';
import { AcceptanceForm } from '../../components/paper/acceptance-form';
import { BudgetForm } from '../../components/paper/budget-form';
import { reasonsByField } from '../../components/paper/fields';
import type { PaperHead } from '../../components/paper/sheet';
import { acceptanceSignaturesOf, signedBy } from '../../components/paper/signed-by';
import styles from './history.module.css';
import type { Moment } from './replay';

interface Props {
  readonly moment: Moment;
  /** The moment before the step; what the step changed in the form is lit against it. */
  readonly before: Moment | undefined;
  readonly head: PaperHead;
  readonly names: Readonly<Record<string, string>>;
}

/** The form as it stood at a moment: the acceptance once there is one, the budget before. */
export function MomentPaper({ moment, before, head, names }: Props) {
  const { t } = useTranslation();
  const state = moment.folded.data;
  const plan = currentPlan(state);
  const returned = moment.returned && reasonsByField(moment.returned);
  const { acceptance } = state;
  if (acceptance) {
    return (
      <>
        <h3 className={styles['form']}>{t('history.acceptanceForm')}</h3>
        <AcceptanceForm
          head={head}
          planLines={(filedPlan(state) ?? plan)?.lines ?? []}
          lines={acceptance.lines}
          income={acceptance.income}
          rewardFen={state.accepted?.reward.rewardFen}
          returned={returned}
          {...signedBy(acceptanceSignaturesOf(state), head.name, names)}
        />
      </>
    );
  }
  if (!plan) return <p className={styles['nothing']}>{t('history.noForm')}</p>;
  const previous = before && before.folded.data.currentVersion !== plan.planVersion ? before : undefined;
  return (
    <>
      <h3 className={styles['form']}>{t('history.budgetForm', { version: plan.planVersion })}</h3>
      <BudgetForm
        head={head}
        plan={plan}
        previous={previous && currentPlan(previous.folded.data)}
        returned={returned}
        {...signedBy(state.signatures, head.name, names)}
      />
    </>
  );
}
