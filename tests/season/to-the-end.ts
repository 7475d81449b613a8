import { acceptanceOf, caseState, leg, ON, PLAN, type Desk } from '@yihu/domain/testing';

/**
 * From two cases with their first tranche to the programme closed: one is paid in full, one gives back what it had
 * not earned, and some further households decline. Leg by leg, as an office works: an engine's clock never steps
 * back for the next household.
 */
export function toTheEnd(desk: Desk, paid: string, overpaid: string, ...declining: readonly number[]): void {
  leg.inspect(desk, paid);
  leg.signAcceptance(desk, paid);
  leg.accept(desk, paid, PLAN.rewardFen);
  leg.inspect(desk, overpaid, acceptanceOf(desk, overpaid, { share: 0.25, actualFen: 0 }));
  leg.signAcceptance(desk, overpaid);
  leg.accept(desk, overpaid, 0);
  leg.pay(desk, 2, 'p2', '00', paid);
  const { recoveryId, owedFen: amountFen } = caseState(desk, overpaid).recoveries[0]!;
  const recovery = { recoveryId, amountFen, how: 'transfer', receivedOn: '2024-06-20' };
  desk.do('recordRecovery', overpaid, { by: 'N1', at: ON.resultComplete, input: recovery });
  leg.notice(desk, 'result', ON.result, ON.resultComplete, paid, overpaid);
  leg.photos(desk);
  for (const caseId of [paid, overpaid]) desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
  const declined = { ground: 'declined', reason: 'sealed.reason' };
  for (const number of declining) {
    desk.do('withdrawCase', leg.open(desk, number), { by: 'T1', at: ON.closed, input: declined });
  }
  leg.end(desk);
}
