import { useQuery } from '@tanstack/react-query';
import type { SummaryView } from '@yihu/api-contract';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../shared/api';
import { Sheets } from '../../../components/sheets';
import { useFilled } from '../../../shared/use-filled';
import type { FormProps } from './form';

/** Under which sheet of the town, and so under which receipt number, a plan is filed. */
export function FileForm({ view, onChange }: FormProps) {
  const { t } = useTranslation();
  const { year, caseId, household } = view;
  const id = `${year}-${household.town}`;
  const { data: summary } = useQuery({
    queryKey: ['summaries', id],
    queryFn: ({ signal }) => ask<SummaryView>(`/api/summaries/${id}`, signal),
  });
  const sheets = (summary?.sheets ?? []).filter(({ entries }) =>
    entries.some((each) => each.caseId === caseId),
  );
  const [{ summaryNo }, set] = useFilled<{ readonly summaryNo: number | undefined }>(
    () => ({ summaryNo: undefined }),
    (filled) => {
      const sheet = sheets.find(({ no }) => no === (filled.summaryNo ?? sheets.at(-1)?.no));
      return sheet && { summaryNo: sheet.no, receiptNo: sheet.receiptNo };
    },
    onChange,
  );
  if (summary && sheets.length === 0) return <p>{t('case.file.none')}</p>;
  return (
    <Sheets
      legend={t('case.file.sheet')}
      sheets={sheets}
      chosen={summaryNo ?? sheets.at(-1)?.no}
      onChoose={(no) => set({ summaryNo: no })}
    />
  );
}
