import type { TimelineItem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useFieldLabel } from '../../components/paper/use-field-label';
import { currentPlan } from '@yihu/domain';
import { dayOf, timeOf } from '../../shared/format';
import { changesBetween, NONE } from './changes';
import { CopyLink } from './copy-link';
import styles from './history.module.css';
import type { Step } from './replay';
import { useChangeWords, useFactWords } from './use-words';

interface Props {
  readonly step: Step;
  readonly place: string;
  readonly names: Readonly<Record<string, string>>;
}

/** One step as an auditor asks about it: who, in which office then, on both clocks, what changed, and why. */
export function StepPane({ step, place, names }: Props) {
  const { t } = useTranslation();
  const sayFact = useFactWords();
  const { item, isReturn } = step;
  const role = t(`roles.${item.role}`);
  return (
    <section className={styles['pane']} aria-labelledby="step">
      <header>
        <h2 id="step">{t('history.step')}</h2>
        <CopyLink />
      </header>
      <div className={styles['detail']}>
        <p className={`${styles['what']} ${isReturn ? styles['back'] : ''}`}>
          {isReturn && <Icon name="back" size={16} />}
          <b>{sayFact(item)}</b>
          <span>{place}</span>
        </p>
        <dl className={styles['facts']}>
          <dt>{t('history.who')}</dt>
          <dd>{t('history.whoThen', { name: item.actorName ?? item.actorId, office: item.office, role })}</dd>
          <dt>{t('history.recorded')}</dt>
          <dd>{timeOf(item.recordedAt)}</dd>
          <dt>{t('history.paperOn')}</dt>
          <dd>{item.paperOn ?? t('history.noPaper', { day: dayOf(item.recordedAt) })}</dd>
          <Why item={item} step={step} />
        </dl>
        <WhatChanged step={step} names={names} />
        <details className={styles['raw']}>
          <summary>{t('history.raw')}</summary>
          <pre tabIndex={0}>{JSON.stringify(item, null, 2)}</pre>
        </details>
      </div>
    </section>
  );
}

function Why({ item, step }: { readonly item: TimelineItem; readonly step: Step }) {
  const { t } = useTranslation();
  const plan = currentPlan(step.before.folded.data);
  const label = useFieldLabel(plan?.lines ?? []);
  const { text, reason, ground, docNo, fields } = item.data;
  const words = [text, reason, ground, docNo].filter((each): each is string => typeof each === 'string');
  const cells = Array.isArray(fields) ? fields.map((field) => label(String(field))) : [];
  if (words.length === 0 && cells.length === 0) return null;
  return (
    <>
      {cells.length > 0 && (
        <>
          <dt>{t('history.cells')}</dt>
          <dd>{cells.join(t('history.and'))}</dd>
        </>
      )}
      {words.length > 0 && (
        <>
          <dt>{t('history.why')}</dt>
          <dd className={styles['why']}>{words.join(' · ')}</dd>
        </>
      )}
    </>
  );
}

function WhatChanged({ step, names }: Pick<Props, 'step' | 'names'>) {
  const { t } = useTranslation();
  const changes = changesBetween(step.before, step.after, useChangeWords(names));
  return (
    <>
      <h3 className={styles['form']}>{t('history.changed')}</h3>
      {changes.length === 0 && <p>{t('history.nothingChanged')}</p>}
      <table className={styles['changes']}>
        <tbody>
          {changes.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{t(`history.what.${what}`)}</th>
              <td>
                {before === NONE ? before : <s>{before}</s>} <Icon name="right" size={12} /> <b>{after}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
