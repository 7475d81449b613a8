import { CorruptHistory } from '@yihu/workflow';
import type { Desk } from '../testing/desk';
import { acceptanceOf, caseState, leg, LEDGER, ON, openOffice, stageOfCase, TOWN, YEAR } from '../testing';
import { ledgerFact } from './facts';
import { roomFen, surplusFen, type LedgerState } from './state';

const ledgerOf = (desk: Desk) => desk.folded(`ledger-${LEDGER}`).data as LedgerState;
const lastOf = (desk: Desk, stream: string) => desk.histories.get(stream)!.at(-1)!;
const QUOTA_FEN = 600_000;
const PAID_FEN = 152_000 + 80_000;

/** Two households: one goes all the way, the other wants no project. */
function bothSettled(): Desk {
  const desk = openOffice();
  leg.toClosed(desk, 1);
  const second = leg.open(desk, 2);
  const input = { reason: 'no-wish', text: 'sealed.text', method: 'paper' };
  desk.do('confirmNoProject', second, { by: 'T1', at: ON.closed, input });
  return desk;
}

/** A quarter of the work is accepted, so half of the first transfer is owed back (situation 4). */
function owing(desk: Desk): string {
  const caseId = leg.toFirstTranchePaid(desk);
  leg.inspect(desk, caseId, acceptanceOf(desk, caseId, { share: 0.25, actualFen: 0 }));
  leg.signAcceptance(desk, caseId);
  leg.accept(desk, caseId, 0);
  return caseId;
}

function recover(desk: Desk, caseId: string, amountFen: number): void {
  const { recoveryId } = caseState(desk, caseId).recoveries[0]!;
  const input = { recoveryId, amountFen, how: 'transfer', receivedOn: '2024-06-20' };
  desk.do('recordRecovery', caseId, { by: 'N1', at: ON.resultComplete, input });
}

describe('the end of a town and of the programme (situation 17, R35)', () => {
  it('tells how the cases ended and what became of the money', () => {
    const desk = bothSettled();
    leg.end(desk);
    const sums = {
      allottedFen: QUOTA_FEN,
      paidFen: PAID_FEN,
      recoveredFen: 0,
      returnedFen: QUOTA_FEN - PAID_FEN,
    };
    const stages = { closed: 1, 'no-project': 1 };
    expect(lastOf(desk, `ledger-${LEDGER}`)).toMatchObject({
      type: 'TownClosed',
      data: { settled: 2, stages, ...sums },
    });
    expect(lastOf(desk, `programme-${YEAR}`)).toMatchObject({
      type: 'ProgrammeClosed',
      data: { towns: 1, settled: 2, stages, ...sums },
    });
    expect(roomFen(ledgerOf(desk))).toBe(0);
  });

  it('waits for every household of the roster, and for the money that is left', () => {
    const desk = openOffice();
    leg.toClosed(desk, 1);
    const { refusals } = desk.explain('closeTown', LEDGER, { by: 'L1', at: ON.closed });
    expect(refusals.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['all-settled', { have: 1, need: 2 }],
      ['surplus-returned', { leftFen: QUOTA_FEN - PAID_FEN }],
    ]);
  });

  it('names the towns that the programme waits for', () => {
    const { refusals } = bothSettled().explain('closeProgramme', YEAR, { by: 'B1', at: ON.closed });
    expect(refusals.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['towns-closed', { towns: [{ unit: TOWN, name: '茨竹镇' }] }],
    ]);
  });

  it('takes the surplus in parts, and never more than is left', () => {
    const desk = bothSettled();
    const returning = (amountFen: number) => ({
      by: 'N1',
      at: ON.closed,
      input: { amountFen, returnedOn: '2024-06-30', docNo: '1' },
    });
    desk.do('returnSurplus', LEDGER, returning(1));
    expect(desk.refusals('returnSurplus', LEDGER, returning(QUOTA_FEN - PAID_FEN))).toEqual([
      'not-over-surplus',
    ]);
    desk.do('returnSurplus', LEDGER, returning(QUOTA_FEN - PAID_FEN - 1));
    expect(surplusFen(ledgerOf(desk))).toBe(0);
  });

  it('is a damaged ledger that gives back what it has promised', () => {
    const desk = openOffice();
    leg.toCadreSigned(desk);
    const all = ledgerFact('SurplusReturned', { amountFen: QUOTA_FEN, returnedOn: '2024-06-30', docNo: '1' });
    expect(() => desk.record(`ledger-${LEDGER}`, 'N1', ON.closed, all)).toThrow(CorruptHistory);
  });
});

describe('money that comes back (situation 4, R36)', () => {
  it('settles the recovery in parts, so that the case can end', () => {
    const desk = openOffice({ households: 1 });
    const caseId = owing(desk);
    recover(desk, caseId, 8_000);
    expect(caseState(desk, caseId).recoveries).toMatchObject([{ owedFen: 30_000 }]);
    recover(desk, caseId, 30_000);
    expect(caseState(desk, caseId).recoveries).toEqual([]);
    leg.notice(desk, 'result', ON.result, ON.resultComplete, caseId);
    leg.photos(desk);
    desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
    expect(stageOfCase(desk, caseId)).toBe('closed');
  });

  it('is returned to the district and makes no room', () => {
    const desk = openOffice({ households: 1 });
    const room = () => roomFen(ledgerOf(desk));
    const caseId = owing(desk);
    const before = room();
    recover(desk, caseId, 38_000);
    expect([room(), surplusFen(ledgerOf(desk))]).toEqual([before, 300_000 - 38_000]);
    leg.notice(desk, 'result', ON.result, ON.resultComplete, caseId);
    leg.photos(desk);
    desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
    leg.end(desk);
    expect(lastOf(desk, `programme-${YEAR}`).data).toMatchObject({
      allottedFen: 300_000,
      paidFen: 76_000,
      recoveredFen: 38_000,
      returnedFen: 262_000,
    });
  });
});
