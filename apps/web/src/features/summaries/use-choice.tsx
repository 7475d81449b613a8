import type { SummaryRowView } from '@yihu/api-contract';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRow } from './paper-rows';

interface Choice {
  readonly all: readonly SummaryRowView[];
  readonly chosen: readonly SummaryRowView[];
  /** The box in front of a row that can be chosen. */
  boxFor(row: Pick<PaperRow, 'caseId' | 'householdCode' | 'name'>): ReactNode;
}

/** Rows to choose from. All of them are ticked until a person says otherwise. */
export function useChoice(all: readonly SummaryRowView[]): Choice {
  const { t } = useTranslation();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const toggle = (caseId: string) =>
    setLeft((before) => {
      const after = new Set(before);
      if (!after.delete(caseId)) after.add(caseId);
      return after;
    });
  return {
    all,
    chosen: all.filter(({ caseId }) => !left.has(caseId)),
    boxFor({ caseId, name, householdCode }) {
      if (!all.some((each) => each.caseId === caseId)) return null;
      return (
        <input
          type="checkbox"
          checked={!left.has(caseId)}
          aria-label={t('summary.draw.pick', { name: name ?? householdCode })}
          onChange={() => toggle(caseId)}
        />
      );
    },
  };
}
