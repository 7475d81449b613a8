import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import styles from './form.module.css';

interface Props {
  readonly label: string;
  /** ISO date, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** A day of the calendar, which has no time and no zone. */
export function DayField({ label, value, onChange }: Props) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <DatePicker
        value={value === '' ? null : dayjs(value)}
        onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
      />
    </label>
  );
}
