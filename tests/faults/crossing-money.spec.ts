import { leg, ON, openOffice, resultsFor } from '@yihu/domain/testing';
import {
  doAt,
  drawing,
  HALF_FEN,
  openOvertaking,
  repayment,
  results,
  returnedAndPaidLate,
  type Ask,
  type Overtaking,
} from './overtaking';

let at: Overtaking;
beforeEach(async () => {
  at = await openOvertaking();
});
afterEach(() => at.close());

/** How the second decision comes in the way of the first: between its streams, or before any of them. */
const WAYS = ['the first was cut off', 'both were under way'] as const;

async function cross(way: (typeof WAYS)[number], first: Ask, second: Ask): Promise<void> {
  if (way === 'both were under way') return at.decideAndLand(first, () => at.ask(second));
  await at.cutOff(first);
  await at.ask(second);
}

const { second: DAY } = ON;

describe('two decisions about the money of one case that cross (A8, A10, A11)', () => {
  it('a batch that is drawn while an earlier attempt is confirmed does not pay the case again', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.decideAndLand(late, () => at.ask(drawing(1, 'p2', caseId, ON.paid)));
    await at.expectMended(ON.paid);
    expect(await at.rowOf('p2')).toMatchObject({ status: 'dropped' });
    expect((await at.accountOf(caseId)).obligations['1-1']).toMatchObject({ status: 'cancelled', paidBy: 1 });
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
  });

  it.each([0, 1, 2, 3])('nor does it when whoever mends that dies after %d appends', async (appends) => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.decideAndLand(late, () => at.ask(drawing(1, 'p2', caseId, ON.paid)), 1);
    await at.mendAndDie(ON.paid, appends);
    await at.expectMended(ON.paid);
    expect(await at.rowOf('p2')).toMatchObject({ status: 'dropped' });
    expect((await at.accountOf(caseId)).obligations['1-1']).toMatchObject({ status: 'cancelled', paidBy: 1 });
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
  });

  it('a file in another order than its batch, cut off and mended, is told as it was decided', async () => {
    const desk = openOffice({ households: 2 });
    const caseIds = [leg.toCadreSigned(desk, 1), leg.toCadreSigned(desk, 2)];
    leg.file(desk, ...caseIds);
    leg.draw(desk, 1, 'p1', ...caseIds);
    const { rows } = leg.release(desk, 'p1', ON.paid);
    await at.replay(desk);
    await at.cutOff(['importResults', 'p1', 'N1', ON.paid, resultsFor([...rows].reverse(), '00', ON.paid)]);
    await at.expectMended(ON.paid);
    for (const caseId of caseIds) {
      expect(await at.caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
      expect(await at.revisionsOf(caseId)).not.toHaveProperty('DecisionAbandoned');
    }
  });

  it('a batch that was taken back does not hide the one that has yet to be told', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.cutOff(drawing(1, 'p2', caseId, ON.paid));
    await at.expectMended(ON.paid);
    await at.decideAndLand(late, () => at.cutOff(drawing(1, 'p3', caseId, ON.paid), 2));
    await at.expectMended(ON.paid);
    expect(await at.rowOf('p3')).toMatchObject({ status: 'dropped' });
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
  });

  it('a batch cannot be drawn before an earlier attempt that was cut off is told', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.cutOff(late);
    await expect(at.ask(drawing(1, 'p2', caseId, ON.paid))).rejects.toThrow('obligation-free');
    await at.expectMended(ON.paid);
  });

  it.each(WAYS)('of two confirmed attempts one is asked back: %s', async (way) => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFirstTranchePaid(desk);
    doAt(desk, results(desk, 'p1-1', '00', DAY, -1));
    for (const batchId of ['p2', 'p3']) {
      doAt(desk, drawing(1, batchId, caseId, DAY));
      leg.release(desk, batchId, DAY);
      if (batchId === 'p2') doAt(desk, results(desk, batchId, '22', DAY));
    }
    await at.replay(desk);
    await cross(way, results(desk, 'p3', '00', DAY), results(desk, 'p2', '00', DAY));
    await at.expectMended(DAY);
    expect((await at.caseOf(caseId)).recoveries).toMatchObject([{ owedFen: HALF_FEN }]);
  });

  it.each(WAYS)(
    'what the bank takes back is owed again when the household repaid the other: %s',
    async (way) => {
      const { caseId, taking, recoveryId } = await paidTwice();
      await cross(way, taking, repayment(caseId, recoveryId, HALF_FEN, DAY));
      await at.expectMended(DAY);
      expect(await at.caseOf(caseId)).toMatchObject({ recoveries: [], reversed: ['1-1'] });
      await at.ask(drawing(1, 'p3', caseId, DAY));
    },
  );

  it.each(WAYS)('what is unclear after a part came back waits for a person: %s', async (way) => {
    const { caseId, taking, recoveryId } = await paidTwice();
    await cross(way, taking, repayment(caseId, recoveryId, 10_000, DAY));
    await at.expectMended(DAY);
    expect(await at.rowOf('p2')).toMatchObject({ status: 'unknown' });
    expect((await at.caseOf(caseId)).recoveries).toMatchObject([{ recoveryId, owedFen: HALF_FEN - 10_000 }]);
  });

  /** Both attempts were paid, the later one stands, and the bank now takes that one back. */
  async function paidTwice() {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', '22', caseId);
    leg.pay(desk, 1, 'p2', '00', caseId);
    doAt(desk, results(desk, 'p1', '00', DAY));
    await at.replay(desk);
    const { recoveryId } = (await at.caseOf(caseId)).recoveries[0]!;
    return { caseId, recoveryId, taking: results(desk, 'p2', '00', DAY, -1) };
  }

  it.each(WAYS)('a case is fully paid whichever tranche is confirmed last: %s', async (way) => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toAccepted(desk);
    doAt(desk, results(desk, 'p1-1', '00', DAY, -1));
    doAt(desk, drawing(2, 'p2', caseId, DAY));
    leg.release(desk, 'p2', DAY);
    doAt(desk, drawing(1, 'again', caseId, DAY));
    leg.release(desk, 'again', DAY);
    await at.replay(desk);
    await cross(way, results(desk, 'p2', '00', DAY), results(desk, 'again', '00', DAY));
    await at.expectMended(DAY);
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'fully-paid', reversed: [] });
  });

  it.each(WAYS)('a case is not fully paid when its first tranche was taken back: %s', async (way) => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toAccepted(desk);
    doAt(desk, drawing(2, 'p2', caseId, DAY));
    leg.release(desk, 'p2', DAY);
    await at.replay(desk);
    await cross(way, results(desk, 'p2', '00', DAY), results(desk, 'p1-1', '00', DAY, -1));
    await at.expectMended(DAY);
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'accepted', reversed: ['1-1'] });
  });

  it('a plan that went back while its money went out can be paid anew once that is repaid', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', '22', caseId);
    doAt(desk, drawing(1, 'p2', caseId, ON.paid));
    desk.do('cancelBatch', 'p2', { by: 'N1', at: ON.paid, input: { reason: 'sealed.reason' } });
    await at.replay(desk);
    const returned = { reasonCode: 'other', fields: ['lines'], text: 'sealed.text' };
    await at.decideAndLand(['returnFiling', caseId, 'B1', ON.paid, returned], () =>
      at.cutOff(results(desk, 'p1', '00', ON.paid), 2),
    );
    await at.expectMended(ON.paid);
    const { recoveryId } = (await at.caseOf(caseId)).recoveries[0]!;
    await at.ask(repayment(caseId, recoveryId, HALF_FEN, ON.paid));
    const { obligations, reserved } = await at.accountOf(caseId);
    expect(obligations['1-1']!.paidBy).toBeUndefined();
    expect(reserved.subsidyFen).toBe(0);
    expect(await at.problems()).toEqual([]);
  });
});
