import type { SummaryState } from '@yihu/domain';
import { useTranslation } from 'react-i18next';
import styles from './sheets.module.css';

interface Props {
  readonly legend: string;
  readonly sheets: SummaryState['sheets'];
  readonly chosen: number | undefined;
  readonly onChoose: (no: number) => void;
}

/** The sheets of a town's summary to choose one of, each with its receipt number. */
export function Sheets({ legend, sheets, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['sheets']}>
      <legend>{legend}</legend>
      {sheets.map(({ no, entries, receiptNo }) => (
        <label key={no}>
          <input type="radio" name="sheet" checked={no === chosen} onChange={() => onChoose(no)} />
          <span>{t('sheets.sheet', { no, count: entries.length })}</span>
          <span>{receiptNo === '' ? t('sheets.noReceipt') : t('sheets.receipt', { receiptNo })}</span>
        </label>
      ))}
    </fieldset>
  );
}
