import { leg, openOffice, stageOfCase, LEDGER, acceptanceOf, planOf, PLAN, caseState, ON } from '../testing';
import { accountOf, roomFen, type LedgerState } from '../ledger/state';
import type { Desk } from '../testing/desk';

const ledgerOf = (desk: Desk) => desk.folded(`ledger-${LEDGER}`).data as LedgerState;
const moneyOf = (desk: Desk, caseId: string) => accountOf(ledgerOf(desk), caseId);
const typesOf = (desk: Desk, caseId: string) =>
  desk.histories.get(`case-${caseId}`)!.map((fact) => fact.type);

describe('the path of a case', () => {
  it('goes from the roster to the archive (situation 1)', () => {
    const desk = openOffice();
    const caseId = leg.toClosed(desk);
    expect(stageOfCase(desk, caseId)).toBe('closed');
    expect(typesOf(desk, caseId)).toEqual([
      'CaseOpened',
      'CadresAssigned',
      'PlanDrafted',
      'HouseholdSigned',
      'VillageCadreSigned',
      'TownCadreSigned',
      'PlanFiled',
      'TrancheInstructed',
      'FirstTranchePaid',
      'CompletionReported',
      'AcceptanceDrafted',
      'AcceptanceHouseholdSigned',
      'AcceptanceVillageSigned',
      'WorkAccepted',
      'TrancheInstructed',
      'FullyPaid',
      'CaseClosed',
    ]);
    expect(moneyOf(desk, caseId).paid).toEqual({ subsidyFen: 152_000, rewardFen: 80_000 });
    expect(ledgerOf(desk).settled).toEqual({ [caseId]: 'closed' });
  });

  // MON-01: halves that are not whole add up to the whole again (A6).
  it.each([
    [199_999, 99_999, 100_000],
    [400_000, 200_000, 200_000],
    [399_999, 199_999, 200_000],
    [2, 1, 1],
  ])('splits %i fen into %i and %i (MON-01, A6)', (subsidyFen, first, second) => {
    const desk = openOffice();
    const caseId = leg.toAccepted(desk, 1, planOf(subsidyFen), undefined, 0);
    leg.pay(desk, 2, 'p2', '00', caseId);
    const instructed = desk.histories
      .get(`case-${caseId}`)!
      .filter((fact) => fact.type === 'TrancheInstructed')
      .map((fact) => (fact.data as { subsidyFen: number }).subsidyFen);
    expect(instructed).toEqual([first, second]);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(subsidyFen);
  });

  it('sends no first transfer of nothing (situation 23, MON-01)', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk, 1, planOf(1));
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    leg.inspect(desk, caseId);
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, 0);
    leg.pay(desk, 2, 'p2', '00', caseId);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(1);
  });

  it('ends without a second transfer when nothing is due (situation 23)', () => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { share: 0.5, actualFen: 0 }));
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, 0);
    expect(stageOfCase(desk, caseId)).toBe('fully-paid');
    expect(typesOf(desk, caseId).slice(-2)).toEqual(['WorkAccepted', 'FullyPaid']);
    expect(moneyOf(desk, caseId).reserved).toEqual({ subsidyFen: 76_000, rewardFen: 0 });
  });

  it('opens a recovery when less is accepted than was paid (situation 4)', () => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { share: 0.25, actualFen: 0 }));
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, 0);
    expect(caseState(desk, caseId).recoveries).toEqual([
      expect.objectContaining({ owedFen: 76_000 - 38_000 }),
    ]);
  });

  it('releases what acceptance does not need (situations 2 and 16)', () => {
    const desk = openOffice();
    const before = ledgerOf(desk).allottedFen - PLAN.subsidyFen - PLAN.rewardFen;
    const caseId = leg.toFirstTranchePaid(desk);
    expect(roomFen(ledgerOf(desk))).toBe(before);
    leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { actualFen: 100_000 }));
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, 0);
    expect(roomFen(ledgerOf(desk))).toBe(before + PLAN.rewardFen);
  });

  it('pays a returned transfer again under the same obligation (situation 8, A11)', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', '22', caseId);
    expect(desk.folded(`case-${caseId}`).node!.key).toContain('filed.bank-returned');
    leg.pay(desk, 1, 'p1-again', '00', caseId);
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    expect(moneyOf(desk, caseId).obligations['1-1']).toMatchObject({ status: 'paid', attempt: 2 });
  });

  it('frees the household of a batch that is cancelled before release (BNK-11, A11)', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    leg.draw(desk, 1, 'p1', caseId);
    desk.do('cancelBatch', 'p1', { by: 'N1', at: ON.drawn, input: { reason: 'sealed.reason' } });
    expect(desk.folded(`case-${caseId}`).node!.key).toContain('filed.payable');
    expect(moneyOf(desk, caseId).obligations['1-1']!.status).toBe('cancelled');
    leg.pay(desk, 1, 'p2', '00', caseId);
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
  });

  it('keeps an unknown code open until the bank says more (BNK-05)', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', 'ZZ9', caseId);
    expect(desk.folded(`case-${caseId}`).node!.key).toContain('filed.instructed');
    expect(moneyOf(desk, caseId).obligations['1-1']!.status).toBe('authorised');
  });
});
