import type { CaseView } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { AcceptanceForm } from '../../components/paper/acceptance-form';
import { BudgetForm } from '../../components/paper/budget-form';
import { reasonsByField } from '../../components/paper/fields';
import type { Signed } from '../../components/paper/signatures';
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
      signed={signedBy(view, signatures)}
      signedAt={lastOf(signatures)}
    />
  );
}

function Previous({ view }: { readonly view: CaseView }) {
  const head = usePaperHead(view);
  return <BudgetForm head={head} plan={view.previousPlan!} />;
}

function Acceptance({ view }: { readonly view: CaseView }) {
  const head = usePaperHead(view);
  const { plan, acceptance, accepted, acceptanceSignatures } = view;
  return (
    <AcceptanceForm
      head={head}
      planLines={plan!.lines}
      lines={acceptance!.lines}
      income={acceptance!.income}
      rewardFen={accepted?.reward.rewardFen}
      signed={{
        ...signedBy(view, acceptanceSignatures),
        ...(accepted && { town: view.townCadre?.name ?? '' }),
      }}
      signedAt={lastOf(acceptanceSignatures)}
    />
  );
}

type Signatures = CaseView['signatures'];

/** Names where they are known; a cadre who signed for another stands as their office does. */
function signedBy(view: CaseView, { household, village, town }: Signatures): Signed {
  const nameOf = (staff: CaseView['villageCadre']) => staff?.name ?? staff?.office ?? '';
  return {
    ...(household && { household: view.household.name ?? '' }),
    ...(village && { village: nameOf(view.villageCadre) }),
    ...(town && { town: nameOf(view.townCadre) }),
  };
}

function lastOf({ household, village, town }: Signatures): string | undefined {
  return [household, village, town]
    .flatMap((each) => each?.on ?? [])
    .sort()
    .at(-1);
}
