import type { CaseView } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { AcceptanceForm } from '../../components/paper/acceptance-form';
import { BudgetForm } from '../../components/paper/budget-form';
import { reasonsByField } from '../../components/paper/fields';
import { acceptanceSignaturesOf, signedBy } from '../../components/paper/signed-by';
import styles from './case-papers.module.css';
import { Grounds } from './grounds';
import { usePaperHead } from './use-paper-head';

type Shown = 'acceptance' | 'budget' | 'previous';

/** The paper that the case is about now, as it prints; the others are one press away. */
export function CasePapers({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Shown | undefined>();
  const { plan, previousPlan, acceptance } = view;
  const shown = chosen ?? (acceptance ? 'acceptance' : 'budget');
  if (!plan) return <p className={styles['none']}>{t('case.papers.none')}</p>;
  const titles = {
    acceptance: t('case.papers.acceptance'),
    budget: t('case.papers.budget', { version: plan.planVersion }),
    previous: t('case.papers.previous', { version: previousPlan?.planVersion }),
  };
  const others = (['acceptance', 'budget', 'previous'] as const).filter(
    (each) => each !== shown && (each === 'budget' || (each === 'acceptance' ? acceptance : previousPlan)),
  );
  return (
    <section aria-labelledby="paper-title" className={styles['papers']}>
      <header>
        <h2 id="paper-title">{titles[shown]}</h2>
        {others.map((each) => (
          <Button key={each} look="link" size="small" onClick={() => choose(each)}>
            {t('case.papers.show', { title: titles[each] })}
          </Button>
        ))}
      </header>
      {shown === 'acceptance' && <Acceptance view={view} />}
      {shown === 'budget' && <Budget view={view} />}
      {shown === 'previous' && <Previous view={view} />}
      {shown !== 'acceptance' && <Grounds plan={shown === 'previous' ? previousPlan : plan} />}
    </section>
  );
}

function Budget({ view }: { readonly view: CaseView }) {
  const head = usePaperHead(view);
  const { plan, previousPlan, returned, signatures } = view;
  return (
    <BudgetForm
      head={head}
      plan={plan!}
      previous={previousPlan}
      returned={returned && !view.acceptance ? reasonsByField(returned) : undefined}
      {...signedBy(signatures, view.household.name, view.staffNames)}
    />
  );
}

function Previous({ view }: { readonly view: CaseView }) {
  const head = usePaperHead(view);
  return <BudgetForm head={head} plan={view.previousPlan!} />;
}

function Acceptance({ view }: { readonly view: CaseView }) {
  const head = usePaperHead(view);
  const { plan, acceptance, accepted } = view;
  return (
    <AcceptanceForm
      head={head}
      planLines={plan!.lines}
      lines={acceptance!.lines}
      income={acceptance!.income}
      rewardFen={accepted?.reward.rewardFen}
      {...signedBy(acceptanceSignaturesOf(view), view.household.name, view.staffNames)}
    />
  );
}
