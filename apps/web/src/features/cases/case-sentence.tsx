import type { CaseView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { useTaskWords } from '../../components/use-task-words';
import { dayOf, daysBetween, yuan } from '../../shared/format';
import { useSession } from '../../shared/session';
import styles from './case-panel.module.css';
import { kindOfTask } from './kind-of-task';
import { waitsForReader } from './offered';

/** The one sentence of a case: who, how much, what it waits for and how long. */
export function CaseSentence({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { household, plan, previousPlan, waitsFor, stage } = view;
  const was = previousPlan && plan && previousPlan.subsidyFen !== plan.subsidyFen ? previousPlan : undefined;
  return (
    <h1 className={styles['sentence']}>
      {t('case.who', {
        name: household.name ?? household.householdCode,
        householdClass: t(`householdClasses.${household.householdClass}`),
        count: household.memberCount,
      })}
      {!plan && t('case.noPlan')}
      {plan && was && t('case.changedFrom', { was: yuan(was.subsidyFen) })}
      {plan && !was && t('case.asks')}
      {plan && <b>{t('case.amount', { amount: yuan(plan.subsidyFen) })}</b>}
      {plan && plan.rewardFen > 0 && t('case.reward', { amount: yuan(plan.rewardFen) })}
      {waitsFor ? <Waits view={view} /> : t('case.ended', { stage: t(`stages.${stage}`) })}
    </h1>
  );
}

function Waits({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const wordsOf = useTaskWords();
  const { waitsFor } = view;
  if (!waitsFor) return null;
  const { task, role, name, since } = waitsFor;
  const days = session ? daysBetween(dayOf(since), dayOf(session.now)) : 0;
  const who = waitsForReader(view, session) ? t('case.you') : (name ?? t(`roles.${role}`));
  return (
    <>
      {t('case.waits', {
        who,
        task: wordsOf(task, kindOfTask(waitsFor)),
      })}
      {days > 0 ? t('case.waitedDays', { days }) : t('case.sinceToday')}
    </>
  );
}
