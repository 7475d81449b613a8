import type { CaseView } from '@yihu/api-contract';
import { Skeleton } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { PhoneLink } from '../../../components/phone/phone-link';
import { Problem } from '../../../components/phone/problem';
import { yuan } from '../../../shared/format';
import { useUnitName } from '../../../shared/programme';
import { useSession } from '../../../shared/session';
import { useTaskWords } from '../../../components/use-task-words';
import { kindOfTask } from '../kind-of-task';
import { waitsForReader } from '../offered';
import { useCase } from '../use-case';
import { ActionBar } from './action-bar';
import { Checks } from './checks';
import { PathDots } from './path-dots';
import { PlanCard } from './plan-card';
import styles from './phone-case.module.css';

/** A household's case on the phone: what it is about, where it stands, what it says, and the next act. */
export function PhoneCase({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const { data: view, error, refetch } = useCase(caseId);
  if (error) return <Problem error={error} again={() => void refetch()} />;
  if (!view) return <Skeleton.Paragraph lineCount={10} animated />;
  const { household } = view;
  return (
    <>
      <header className={styles['top']}>
        <PhoneLink href="/m" aria-label={t('phone.back')}>
          <Icon name="left" size={24} />
        </PhoneLink>
        <h1>{household.name ?? household.householdCode}</h1>
      </header>
      <main className={styles['page']}>
        <section className={styles['card']}>
          <Sentence view={view} />
          <PathDots path={view.path} />
        </section>
        {view.returned && (
          <section className={styles['card']} data-tone="returned">
            <h2>
              <Icon name="back" size={18} />
              {t('phone.returnedBy', { by: view.returned.by ?? t(`levels.${view.returned.level}`) })}
            </h2>
            <p>{view.returned.text}</p>
          </section>
        )}
        {view.plan && <PlanCard plan={view.plan} />}
        <Checks view={view} />
      </main>
      <ActionBar view={view} />
    </>
  );
}

/** Who, how many, how much, and whom it waits for. */
function Sentence({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation();
  const { household, plan, waitsFor } = view;
  const wordsOf = useTaskWords();
  const unitName = useUnitName();
  const { data: session } = useSession();
  return (
    <p>
      <b>{household.name ?? household.householdCode}</b>
      {t('phone.sentence', {
        village: unitName(household.village),
        householdClass: t(`householdClasses.${household.householdClass}`),
        count: household.memberCount,
      })}
      {plan && t('phone.asksFor', { subsidy: yuan(plan.subsidyFen) })}
      {waitsFor && (
        <b>
          {t('phone.waitsFor', {
            who: waitsForReader(view, session)
              ? t('phone.you')
              : (waitsFor.name ?? t(`roles.${waitsFor.role}`)),
            task: wordsOf(waitsFor.task, kindOfTask(waitsFor)),
          })}
        </b>
      )}
    </p>
  );
}
