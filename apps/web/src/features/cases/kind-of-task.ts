import type { WaitsFor, WorklistItem } from '@yihu/api-contract';
import { formOf } from '@yihu/api-contract/browser';

/** What kind of stream a case waits for. Sheets and batches are both drawn; the finance office draws batches. */
export function kindOfTask({ task, role }: Pick<WaitsFor, 'task' | 'role'>): WorklistItem['kind'] {
  if (role === 'town-finance' && formOf('payments', task)) return 'payment';
  if (formOf('cases', task)) return 'case';
  if (formOf('summaries', task)) return 'summary';
  return formOf('notices', task) ? 'notice' : 'payment';
}
