import type { RefusalView } from '@yihu/api-contract';
import { yuan } from '../shared/format';

/** One line of the small sum under a refusal. */
export interface Figure {
  readonly name: 'quotaFen' | 'have' | 'need' | 'limit' | 'missing' | 'over';
  readonly amountFen: number;
}

/**
 * The amounts of a refusal as a sum: what there is, what it takes, and the gap. Only what the refusal's own text
 * says in yuan is money; the same names carry counts and versions elsewhere.
 */
export function figuresOf({ detail, text }: Pick<RefusalView, 'detail' | 'text'>): readonly Figure[] {
  const amount = (name: string): number | undefined => {
    const value = detail[name];
    return typeof value === 'number' && text.includes(yuan(value)) ? value : undefined;
  };
  const figures = (['quotaFen', 'have', 'need', 'limit'] as const).flatMap((name): Figure[] => {
    const amountFen = amount(name);
    return amountFen === undefined ? [] : [{ name, amountFen }];
  });
  const [have, need, limit] = [amount('have'), amount('need'), amount('limit')];
  if (have === undefined) return [];
  if (need !== undefined && need > have) return [...figures, { name: 'missing', amountFen: need - have }];
  if (limit !== undefined && have > limit) return [...figures, { name: 'over', amountFen: have - limit }];
  return figures.length > 1 ? figures : [];
}
