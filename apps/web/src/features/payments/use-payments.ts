import { useQuery } from '@tanstack/react-query';
import type { PayableCase, PaymentListItem, PaymentView, WorklistView } from '@yihu/api-contract';
import { commandWith } from '@yihu/api-contract/browser';
import { ask } from '../../shared/api';
import { useSession } from '../../shared/session';

export interface PaymentFilter {
  readonly town?: string | undefined;
  readonly tranche?: 1 | 2 | undefined;
  readonly status?: string | undefined;
}

const useYear = () => useSession().data?.programmes[0];

/** The batches of the newest programme, the last drawn first. */
export function usePayments({ town, tranche, status }: PaymentFilter) {
  const year = useYear();
  const asked = Object.entries({ year, town, tranche, status }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return useQuery({
    queryKey: ['payments', year, town, tranche, status],
    queryFn: ({ signal }) =>
      ask<readonly PaymentListItem[]>(`/api/payments?${new URLSearchParams(asked)}`, signal),
    enabled: year !== undefined,
  });
}

export function usePayment(paymentId: string) {
  return useQuery({
    queryKey: ['payment', paymentId],
    queryFn: ({ signal }) => ask<PaymentView>(`/api/payments/${paymentId}`, signal),
  });
}

/** The cases that a batch could hold now. */
export function usePayable(year: number, town: string, tranche: 1 | 2) {
  return useQuery({
    queryKey: ['payable', year, town, tranche],
    queryFn: ({ signal }) =>
      ask<readonly PayableCase[]>(
        `/api/payments/payable?year=${year}&town=${town}&tranche=${tranche}`,
        signal,
      ),
  });
}

/** A town in which the signed-in person has a batch to draw. */
export interface TownToDraw {
  readonly year: number;
  readonly town: string;
}

/** The command that draws a batch, as the contract calls it. */
export const DRAW = commandWith('payments', 'cases');

/** Where the signed-in person has a batch to draw. */
export function useTownsToDraw(): readonly TownToDraw[] {
  const { data } = useQuery({
    queryKey: ['worklist', 'payments', DRAW],
    queryFn: ({ signal }) => ask<WorklistView>(`/api/worklist?task=${DRAW}&limit=200`, signal),
    enabled: DRAW !== undefined,
  });
  const items = data?.items.filter(({ kind }) => kind === 'payment') ?? [];
  const towns = new Map(items.map(({ year, town }) => [`${year} ${town}`, { year, town }]));
  return [...towns.values()];
}
