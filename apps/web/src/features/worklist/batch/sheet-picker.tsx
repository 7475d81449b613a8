import { useQuery } from '@tanstack/react-query';
import type { SummaryView, WorklistItem } from '@yihu/api-contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheets } from '../../../components/sheets';
import { ask } from '../../../shared/api';
import { useUnitName } from '../../../shared/programme';
import styles from './batch.module.css';

/** The sheet under which a batch is filed, and the cases on it. */
export interface PickedSheet {
  readonly summaryNo: number;
  readonly receiptNo: string;
  readonly caseIds: ReadonlySet<string>;
}

interface Props {
  readonly items: readonly WorklistItem[];
  readonly onPick: (sheet: PickedSheet) => void;
}

/** Filing goes sheet by sheet: first whose town's, then which one. */
export function SheetPicker({ items, onPick }: Props) {
  const { t } = useTranslation();
  const unitName = useUnitName();
  const towns = [...new Set(items.map(({ town }) => town))].sort();
  const [chosen, choose] = useState<string | undefined>();
  const [no, setNo] = useState<number | undefined>();
  const town = chosen ?? towns[0];
  const id = `${items[0]?.year}-${town}`;
  const { data: summary } = useQuery({
    queryKey: ['summaries', id],
    queryFn: ({ signal }) => ask<SummaryView>(`/api/summaries/${id}`, signal),
    enabled: town !== undefined,
  });
  const waiting = new Set(items.map(({ subjectId }) => subjectId));
  const sheets = (summary?.sheets ?? []).filter(({ entries }) =>
    entries.some(({ caseId }) => waiting.has(caseId)),
  );
  return (
    <div className={styles['sheets']}>
      <label>
        {t('batch.town')}
        <select
          value={town ?? ''}
          onChange={({ target }) => {
            choose(target.value);
            setNo(undefined);
          }}
        >
          {towns.map((each) => (
            <option key={each} value={each}>
              {unitName(each)}
            </option>
          ))}
        </select>
      </label>
      <Sheets
        legend={t('case.file.sheet')}
        sheets={sheets}
        chosen={no}
        onChoose={(picked) => {
          const sheet = sheets.find((each) => each.no === picked);
          if (!sheet) return;
          setNo(picked);
          const caseIds = new Set(sheet.entries.map(({ caseId }) => caseId));
          onPick({ summaryNo: sheet.no, receiptNo: sheet.receiptNo, caseIds });
        }}
      />
    </div>
  );
}
