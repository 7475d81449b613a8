import type { AllowedAction } from '@yihu/api-contract';
import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Reason } from '../../../components/refusal-popover';
import styles from './sheet.module.css';

interface Props {
  readonly action: AllowedAction;
  readonly close: () => void;
}

/** Why not: every reason at once, with its numbers, its source and who can clear it. */
export function RefusalSheet({ action: { command, refusals }, close }: Props) {
  const { t } = useTranslation();
  return (
    <div role="dialog" aria-modal="true" aria-labelledby="refusal-title" className={styles['sheet']}>
      <h2 id="refusal-title">{t('refusal.title', { task: t(`commands.cases.${command}`) })}</h2>
      {refusals.map((refusal) => (
        <Reason key={refusal.rule} refusal={refusal} />
      ))}
      <Button block size="large" onClick={close}>
        {t('refusal.close')}
      </Button>
    </div>
  );
}
