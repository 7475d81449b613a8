import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFilled } from '../../../shared/use-filled';
import { Choice } from './choice';
import type { FormProps } from './form';
import styles from './form.module.css';

const REASONS = ['no-wish', 'no-labour', 'away', 'other'] as const;
const METHODS = ['paper', 'screen'] as const;
const RELATIONS = ['head', 'member', 'agent'] as const;

interface Filled {
  readonly reason: (typeof REASONS)[number];
  readonly text: string;
  readonly method: (typeof METHODS)[number];
  readonly relation: (typeof RELATIONS)[number];
}

/** That a household wants no project, in its own words and with its signature. */
export function NoProjectForm({ onChange }: FormProps) {
  const { t } = useTranslation();
  const [filled, set] = useFilled<Filled>(
    () => ({ reason: 'no-wish', text: '', method: 'paper', relation: 'head' }),
    ({ text, ...rest }) => (text.trim() === '' ? undefined : { ...rest, text: text.trim() }),
    onChange,
  );
  return (
    <>
      <Choice
        legend={t('case.form.reason')}
        words="case.form.noProjectReasons"
        values={REASONS}
        value={filled.reason}
        onChange={(reason) => set({ reason })}
      />
      <label className={styles['field']}>
        <span>{t('case.form.explanation')}</span>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={filled.text}
          onChange={({ target }) => set({ text: target.value })}
        />
      </label>
      <Choice
        legend={t('signing.whoSigns')}
        words="relations"
        values={RELATIONS}
        value={filled.relation}
        onChange={(relation) => set({ relation })}
      />
      <Choice
        legend={t('signing.how')}
        words="methods"
        values={METHODS}
        value={filled.method}
        onChange={(method) => set({ method })}
      />
    </>
  );
}
