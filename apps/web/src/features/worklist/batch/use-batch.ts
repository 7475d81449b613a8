import type { BatchResult, ItemResult, WorklistItem } from '@yihu/api-contract';
import { pathTo } from '@yihu/api-contract/browser';
import { BUDGET_ATTESTATION } from '@yihu/domain/attestation';
import { useState } from 'react';
import { useCommand } from '../../../shared/use-command';

/** One call decides at most so many cases. */
export const BATCH_MAX = 200;

/** What the decision says of every item beside the item itself. */
export interface SheetChoice {
  readonly summaryNo: number;
  readonly receiptNo: string;
}

/** Decides many cases in one call, and keeps what came of each. */
export function useBatch(task: string) {
  const [decided, setDecided] = useState<Decided | undefined>();
  const { mutate, error, isPending } = useCommand<BatchResult>(({ items: results }) =>
    setDecided({ results: new Map(results.map((result) => [result.caseId, result])) }),
  );
  const decide = (items: readonly WorklistItem[], sheet: SheetChoice | undefined) => {
    if (isPending) return;
    mutate({ path: pathTo('cases', task), body: { items: items.map((item) => requestOf(item, sheet)) } });
  };
  return { decide, decided, error, isPending };
}

export interface Decided {
  /** By case, in the order of the request. */
  readonly results: ReadonlyMap<string, ItemResult>;
}

function requestOf(item: WorklistItem, sheet: SheetChoice | undefined): object {
  const { subjectId: caseId, revision, contentHash } = item;
  if (sheet) {
    const { summaryNo, receiptNo } = sheet;
    return { caseId, revision, summaryNo, receiptNo };
  }
  return { caseId, revision, contentHash, attestation: BUDGET_ATTESTATION.text, method: 'screen' };
}
