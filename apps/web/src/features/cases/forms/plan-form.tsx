import { ACTIVITIES, type Activity } from '@yihu/domain';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { yuan } from '../../../shared/format';
import { readYuan, typedYuan } from '../../../shared/read-number';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from './form';
import styles from './form.module.css';
import { lineOf, newLine, subsidyOf, typedLine, type TypedLine } from './plan-lines';
import { PlanTable } from './plan-table';

const GROUNDS = ['wish', 'circumstances', 'items'] as const;

interface Filled {
  readonly activity: Activity;
  readonly lines: readonly TypedLine[];
  readonly reward: string;
  readonly forecast: string;
  readonly grounds: Readonly<Record<(typeof GROUNDS)[number], string>>;
}

/** What the last version said, or an empty row to begin with. */
function lastVersion({ plan }: FormProps['view']): Filled {
  const { wish = '', circumstances = '', items = '' } = plan?.grounds ?? {};
  const activity = plan?.activity ?? 'breeding';
  return {
    activity,
    lines: plan?.lines.map(typedLine) ?? [newLine(0, activity)],
    reward: plan ? typedYuan(plan.rewardFen) : '',
    forecast: plan ? typedYuan(plan.forecastFen) : '',
    grounds: { wish, circumstances, items },
  };
}

function bodyOf({ activity, lines: typed, reward, forecast, grounds }: Filled): object | undefined {
  const lines = typed.flatMap((line) => lineOf(line) ?? []);
  const rewardFen = readYuan(reward === '' ? '0' : reward);
  const forecastFen = readYuan(forecast === '' ? '0' : forecast);
  if (lines.length < typed.length || rewardFen === undefined || forecastFen === undefined) return undefined;
  const isGrounded = GROUNDS.some((each) => grounds[each].trim() !== '');
  const subsidyFen = subsidyOf(typed);
  return { activity, lines, subsidyFen, rewardFen, forecastFen, ...(isGrounded && { grounds }) };
}

/** A plan for a household: rows with their amounts as one types, reward, forecast and the three grounds. */
export function PlanForm({ view, onChange }: FormProps) {
  const { t } = useTranslation();
  const [filled, set] = useFilled(() => lastVersion(view), bodyOf, onChange);
  const { activity, lines } = filled;
  return (
    <>
      <label className={styles['field']}>
        <span>{t('case.plan.activity')}</span>
        <Select<Activity>
          value={activity}
          style={{ width: 200 }}
          options={ACTIVITIES.map((value) => ({ value, label: t(`activities.${value}`) }))}
          onChange={(chosen) =>
            set({ activity: chosen, lines: lines.map((line) => ({ ...line, activity: chosen })) })
          }
        />
      </label>
      <PlanTable lines={lines} activity={activity} onChange={(changed) => set({ lines: changed })} />
      <div className={styles['columns']}>
        {(['forecast', 'reward'] as const).map((each) => (
          <label key={each} className={styles['field']}>
            <span>{t(`case.plan.${each}`)}</span>
            <Input
              inputMode="decimal"
              value={filled[each]}
              status={filled[each] !== '' && readYuan(filled[each]) === undefined ? 'error' : ''}
              onChange={({ target }) => set({ [each]: target.value })}
            />
          </label>
        ))}
        <p className={styles['field']}>
          <span>{t('case.plan.together')}</span>
          <b>{yuan(subsidyOf(lines) + (readYuan(filled.reward) ?? 0))}</b>
        </p>
      </div>
      <div className={styles['columns']}>
        {GROUNDS.map((each) => (
          <label key={each} className={styles['field']}>
            <span>{t(`case.plan.grounds.${each}`)}</span>
            <Input.TextArea
              rows={2}
              maxLength={1000}
              value={filled.grounds[each]}
              onChange={({ target }) => set({ grounds: { ...filled.grounds, [each]: target.value } })}
            />
          </label>
        ))}
      </div>
    </>
  );
}
