import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import { Choice } from './choice';
import type { FormProps } from './form';
import styles from './form.module.css';

const GROUNDS = ['declined', 'died', 'moved', 'ineligible', 'lapsed'] as const;

interface Filled {
  readonly ground: (typeof GROUNDS)[number];
  readonly reason: string;
}

/** Why a household leaves the programme before any money was paid. */
export function WithdrawForm({ onChange }: FormProps) {
  const { t } = useTranslation();
  const [filled, set] = useFilled<Filled>(
    () => ({ ground: 'declined', reason: '' }),
    ({ ground, reason }) => (reason.trim() === '' ? undefined : { ground, reason: reason.trim() }),
    onChange,
  );
  return (
    <>
      <Choice
        legend={t('case.form.ground')}
        words="case.form.withdrawGrounds"
        values={GROUNDS}
        value={filled.ground}
        onChange={(ground) => set({ ground })}
      />
      <label className={styles['field']}>
        <span>{t('case.form.explanation')}</span>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={filled.reason}
          onChange={({ target }) => set({ reason: target.value })}
        />
      </label>
    </>
  );
}
