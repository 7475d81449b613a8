import { accountOf, roomFen, type LedgerState } from '../ledger/state';
import type { Desk } from '../testing/desk';
import { acceptanceOf, caseState, leg, LEDGER, ON, openOffice, PLAN, stageOfCase, TOWN } from '../testing';
import type { PaymentState } from './state';

const FIRST_FEN = 76_000;
const ledgerOf = (desk: Desk) => desk.folded(`ledger-${LEDGER}`).data as LedgerState;
const moneyOf = (desk: Desk, caseId: string) => accountOf(ledgerOf(desk), caseId);
const placeOf = (desk: Desk, caseId: string) => desk.folded(`case-${caseId}`).node!.key;
const batchOf = (desk: Desk, id: string) => desk.folded(`payment-${id}`).data as PaymentState;
const statusOf = (desk: Desk, id: string) => batchOf(desk, id).rows.map((row) => row.status);
const typesOf = (desk: Desk, stream: string) => desk.histories.get(stream)!.map((fact) => fact.type);
const dataOf = (desk: Desk, stream: string, type: string) =>
  desk.histories
    .get(stream)!
    .filter((fact) => fact.type === type)
    .map((fact) => fact.data);

let files = 0;

/** The bank speaks of the one row of a batch, on a day of its own. */
function hear(desk: Desk, id: string, code: string, changes: { amountFen?: number; valueOn?: string } = {}) {
  const [row] = batchOf(desk, id).rows;
  files += 1;
  const { amountFen = row!.amountFen, valueOn = '2024-05-13' } = changes;
  const rows = [{ row: 1, amountFen, valueOn, bankRef: 'ref', code }];
  const input = { fileHash: `file-${files}`, rows, count: 1, sumFen: amountFen };
  return desk.do('importResults', id, { by: 'N1', at: ON.accepted, input });
}

function drawn(desk: Desk, id: string, caseId: string, tranche: 1 | 2 = 1): void {
  leg.draw(desk, tranche, id, caseId);
}

function released(desk: Desk, id: string, caseId: string, tranche: 1 | 2 = 1): void {
  drawn(desk, id, caseId, tranche);
  leg.release(desk, id, tranche === 1 ? ON.paid : ON.second);
}

/** The first attempt came back. */
function returned(): readonly [Desk, string] {
  const desk = openOffice();
  const caseId = leg.toFiled(desk);
  released(desk, 'p1', caseId);
  hear(desk, 'p1', '22');
  return [desk, caseId];
}

describe('what the bank says late (A11, situation 8)', () => {
  it('pays the obligation by the attempt it had returned', () => {
    const [desk, caseId] = returned();
    hear(desk, 'p1', '00');
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    expect(dataOf(desk, 'payment-p1', 'ItemConfirmed')).toEqual([expect.objectContaining({ late: true })]);
    expect(moneyOf(desk, caseId)).toMatchObject({
      paid: { subsidyFen: FIRST_FEN },
      obligations: { '1-1': { status: 'paid', paidBy: 1 } },
    });
  });

  it('drops the next attempt from a batch that has not left, which then cannot leave', () => {
    const [desk, caseId] = returned();
    drawn(desk, 'p2', caseId);
    hear(desk, 'p1', '00');
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    expect(statusOf(desk, 'p2')).toEqual(['dropped']);
    expect(typesOf(desk, `case-${caseId}`).slice(-2)).toEqual(['InstructionCancelled', 'FirstTranchePaid']);
    expect(moneyOf(desk, caseId).obligations['1-1']).toMatchObject({ status: 'cancelled', paidBy: 1 });
    const { hash } = batchOf(desk, 'p2');
    const approving = { by: 'N2', at: ON.accepted, input: { hash } };
    expect(desk.refusals('approveBatch', 'p2', approving)).toEqual(['manifest-matches']);
    desk.do('cancelBatch', 'p2', { by: 'N1', at: ON.accepted, input: { reason: 's' } });
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(FIRST_FEN);
  });

  it('lets an attempt at the bank come back without undoing the one that paid', () => {
    const [desk, caseId] = returned();
    released(desk, 'p2', caseId);
    hear(desk, 'p1', '00');
    expect(moneyOf(desk, caseId).obligations['1-1']).toMatchObject({ status: 'authorised', paidBy: 1 });
    hear(desk, 'p2', '22');
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    expect(moneyOf(desk, caseId)).toMatchObject({
      paid: { subsidyFen: FIRST_FEN },
      obligations: { '1-1': { status: 'cancelled', paidBy: 1 } },
    });
  });

  it('asks back what went out twice, and the household gives it back', () => {
    const [desk, caseId] = returned();
    const room = roomFen(ledgerOf(desk));
    released(desk, 'p2', caseId);
    hear(desk, 'p2', '00');
    hear(desk, 'p1', '00');
    const [recovery] = caseState(desk, caseId).recoveries;
    expect(recovery).toMatchObject({ owedFen: FIRST_FEN });
    expect(dataOf(desk, `case-${caseId}`, 'RecoveryOpened')).toEqual([
      expect.objectContaining({ ground: 'paid-twice' }),
    ]);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(FIRST_FEN);
    expect(roomFen(ledgerOf(desk))).toBe(room - FIRST_FEN);
    const { recoveryId } = recovery!;
    const input = { recoveryId, amountFen: FIRST_FEN, how: 'transfer', receivedOn: '2024-06-01' };
    desk.do('recordRecovery', caseId, { by: 'N1', at: ON.accepted, input });
    expect(roomFen(ledgerOf(desk))).toBe(room);
    expect(moneyOf(desk, caseId)).toMatchObject({ paid: { subsidyFen: FIRST_FEN }, recoveredFen: 0 });
  });

  it('takes the bank taking back one of two payments for what was asked back', () => {
    const [desk, caseId] = returned();
    released(desk, 'p2', caseId);
    hear(desk, 'p2', '00');
    hear(desk, 'p1', '00');
    hear(desk, 'p2', '22', { valueOn: '2024-05-20' });
    expect(caseState(desk, caseId).recoveries).toEqual([]);
    expect(moneyOf(desk, caseId)).toMatchObject({
      paid: { subsidyFen: FIRST_FEN },
      unowed: {},
      obligations: { '1-1': { paidBy: 1 } },
    });
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
  });

  it('knows the money that reaches a case that was withdrawn, and asks it back', () => {
    const [desk, caseId] = returned();
    desk.do('withdrawCase', caseId, {
      by: 'T1',
      at: ON.paid,
      input: { ground: 'declined', reason: 'sealed.reason' },
    });
    hear(desk, 'p1', '00');
    expect(dataOf(desk, `case-${caseId}`, 'RecoveryOpened')).toEqual([
      expect.objectContaining({ ground: 'paid-after-end', amountFen: FIRST_FEN }),
    ]);
    expect(ledgerOf(desk).unowedFen).toBe(FIRST_FEN);
  });
});

describe('what the bank takes back (BNK-05)', () => {
  it.each([
    ['22', FIRST_FEN],
    ['00', -FIRST_FEN],
  ])('code %s over %i fen reverses a first tranche, which is paid again', (code, amountFen) => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    hear(desk, 'p1-1', code, { amountFen });
    expect(statusOf(desk, 'p1-1')).toEqual(['reversed']);
    expect(typesOf(desk, `case-${caseId}`).at(-1)).toBe('TrancheReversed');
    expect(moneyOf(desk, caseId)).toMatchObject({
      paid: { subsidyFen: 0 },
      obligations: { '1-1': { status: 'reversed' } },
    });
    released(desk, 'p2', caseId);
    expect(typesOf(desk, `case-${caseId}`).at(-1)).toBe('TrancheReissued');
    hear(desk, 'p2', '00');
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
    expect(caseState(desk, caseId).reversed).toEqual([]);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(FIRST_FEN);
  });

  it('cancels the second attempt at a reversed tranche without moving the case', () => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    hear(desk, 'p1-1', '22');
    drawn(desk, 'p2', caseId);
    desk.do('cancelBatch', 'p2', { by: 'N1', at: ON.accepted, input: { reason: 's' } });
    released(desk, 'p3', caseId);
    hear(desk, 'p3', '22');
    expect(placeOf(desk, caseId)).toContain('first-tranche-paid.building');
    expect(leg.draw(desk, 1, 'p4', caseId)).toBeUndefined();
  });

  it('does not call a case fully paid while its first tranche is not (A10, first-tranche-standing)', () => {
    const desk = openOffice();
    const caseId = leg.toAccepted(desk);
    hear(desk, 'p1-1', '22');
    leg.pay(desk, 2, 'p2', '00', caseId);
    expect(stageOfCase(desk, caseId)).toBe('accepted');
    released(desk, 'p1-again', caseId);
    hear(desk, 'p1-again', '00');
    expect(stageOfCase(desk, caseId)).toBe('fully-paid');
    expect(dataOf(desk, `case-${caseId}`, 'FullyPaid')).toEqual([
      expect.objectContaining({ subsidyPaidFen: PLAN.subsidyFen, rewardPaidFen: PLAN.rewardFen }),
    ]);
    const { subsidyFen, rewardFen } = PLAN;
    expect(moneyOf(desk, caseId).paid).toEqual({ subsidyFen, rewardFen });
  });

  it('nor when nothing more is due after acceptance', () => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    hear(desk, 'p1-1', '22');
    leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { share: 0.5, actualFen: 0 }));
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, 0);
    expect(stageOfCase(desk, caseId)).toBe('accepted');
    released(desk, 'p2', caseId);
    hear(desk, 'p2', '00');
    expect(stageOfCase(desk, caseId)).toBe('fully-paid');
  });

  it('reopens a case whose second tranche comes back', () => {
    const desk = openOffice();
    const caseId = leg.toFullyPaid(desk);
    hear(desk, 'p2-1', '22', { valueOn: '2024-06-14' });
    expect(placeOf(desk, caseId)).toBe('accepted.bank-returned');
    leg.pay(desk, 2, 'p3', '00', caseId);
    expect(stageOfCase(desk, caseId)).toBe('fully-paid');
  });
});

describe('what the bank says in parts or not clearly (BNK-10)', () => {
  it('counts parts until they are the whole', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    released(desk, 'p1', caseId);
    hear(desk, 'p1', '00', { amountFen: FIRST_FEN - 100 });
    expect(statusOf(desk, 'p1')).toEqual(['unknown']);
    expect(placeOf(desk, caseId)).toContain('filed.instructed');
    hear(desk, 'p1', '00', { amountFen: 100, valueOn: '2024-05-14' });
    expect(statusOf(desk, 'p1')).toEqual(['confirmed']);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(FIRST_FEN);
  });

  it('does not free what was paid in part when the rest comes back', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    released(desk, 'p1', caseId);
    hear(desk, 'p1', '00', { amountFen: FIRST_FEN - 100 });
    hear(desk, 'p1', '22', { amountFen: 100 });
    hear(desk, 'p1', '22');
    expect(statusOf(desk, 'p1')).toEqual(['unknown']);
    expect(moneyOf(desk, caseId).obligations['1-1']!.status).toBe('authorised');
  });

  it('sends nothing again while a returned attempt has become unclear', () => {
    const [desk, caseId] = returned();
    hear(desk, 'p1', '00', { amountFen: 1 });
    const input = { year: 2024, town: TOWN, tranche: 1, caseIds: [caseId] };
    expect(desk.refusals('drawBatch', 'p2', { by: 'N1', at: ON.accepted, input })).toEqual([
      'last-attempt-returned',
    ]);
  });

  it('takes nothing back for a confirmed row that it cannot read', () => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    hear(desk, 'p1-1', '22', { amountFen: 100 });
    hear(desk, 'p1-1', 'ZZ9');
    expect(dataOf(desk, 'payment-p1-1', 'ItemUnknown')).toHaveLength(2);
    expect(statusOf(desk, 'p1-1')).toEqual(['confirmed']);
    expect(moneyOf(desk, caseId).paid.subsidyFen).toBe(FIRST_FEN);
  });

  it('adds nothing for what it has heard word for word (BNK-01)', () => {
    const [desk, caseId] = returned();
    hear(desk, 'p1', '00');
    hear(desk, 'p1', '22');
    expect(dataOf(desk, 'payment-p1', 'ResultsImported').at(-1)).toMatchObject({ applied: [] });
    expect(stageOfCase(desk, caseId)).toBe('first-tranche-paid');
  });
});
