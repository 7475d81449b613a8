import { Link } from '@tanstack/react-router';
import type { Problem } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon';
import { timeOf } from '../../../shared/format';
import styles from './batch.module.css';

interface Props {
  readonly who: string;
  readonly caseId: string;
  readonly problem: Problem;
}

/** Why a case of a batch was not decided: the refusal with its rule, or what changed after it was seen. */
export function WhyNot({ who, caseId, problem: { title, status, refusals, changes } }: Props) {
  const { t } = useTranslation();
  const isChanged = (changes ?? []).length > 0;
  return (
    <div className={styles['why']}>
      <Icon name={isChanged ? 'back' : 'refused'} size={15} />
      <p>
        <b>
          {who}：{isChanged ? t('batch.outcome.changed') : (refusals?.[0]?.text ?? title)}
        </b>{' '}
        {isChanged && (
          <>
            {changes!
              .map(({ type, recordedAt, role }) =>
                t('batch.outcome.change', {
                  at: timeOf(recordedAt),
                  role: t(`roles.${role}`),
                  fact: t(`facts.${type}`),
                }),
              )
              .join(t('batch.and'))}
            {t('batch.outcome.notSigned')}
          </>
        )}
        {refusals?.slice(1).map(({ text }) => text)}
        {refusals?.map(({ rule, source, clearedBy }) => (
          <span key={rule}>
            {t('refusal.source', { rule, source })}。{t('refusal.who')}：{t(`roles.${clearedBy}`)}。
          </span>
        ))}
        {status >= 500 && t('unreachable.says')}
      </p>
      <Link to="/cases/$caseId" params={{ caseId }}>
        {t(isChanged ? 'batch.outcome.seeChange' : 'batch.outcome.open')}
      </Link>
    </div>
  );
}
