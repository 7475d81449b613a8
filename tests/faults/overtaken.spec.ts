import { leg, ON, openOffice } from '@yihu/domain/testing';
import {
  drawing,
  HALF_FEN,
  openOvertaking,
  repayment,
  results,
  returnedAndPaidLate,
  type Overtaking,
} from './overtaking';

let at: Overtaking;
beforeEach(async () => {
  at = await openOvertaking();
});
afterEach(() => at.close());

/** Open decisions are mended in the order of their ids. */
const [FIRST, SECOND] = ['0d1f6f0e-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000002'];
const declined = { ground: 'declined', reason: 'sealed.reason' };

describe('a decision that others overtook before all of it was told (F3)', () => {
  it('A8 money that went out to a case that was withdrawn meanwhile is booked and asked back', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.cutOff(late);
    await at.ask(['withdrawCase', caseId, 'T1', ON.paid, declined]);
    await at.expectMended(ON.paid);
    const { unowed, paid } = await at.accountOf(caseId);
    const [recoveryId] = Object.keys(unowed) as [string];
    expect({ unowed, paid }).toMatchObject({
      unowed: { [recoveryId]: { subsidyFen: HALF_FEN } },
      paid: { subsidyFen: 0 },
    });
    expect(await at.caseOf(caseId)).toMatchObject({
      stage: 'withdrawn',
      confirmedLate: ['1-1'],
      recoveries: [{ recoveryId, owedFen: HALF_FEN }],
    });
    await at.ask(repayment(caseId, recoveryId, HALF_FEN, ON.paid));
    expect(await at.ledger()).toMatchObject({ unowedFen: 0, recoveredFen: HALF_FEN });
    expect(await at.problems()).toEqual([]);
  });

  it.each([
    ['the payment', FIRST, SECOND],
    ['the withdrawal', SECOND, FIRST],
  ])(
    'A8 the same holds where the withdrawal was cut off as well, and %s is mended first',
    async (_what, importId, withdrawalId) => {
      const { caseId, late } = await returnedAndPaidLate(at);
      await at.cutOff(late, 1, importId);
      await at.cutOff(['withdrawCase', caseId, 'T1', ON.paid, declined], 1, withdrawalId);
      await at.expectMended(ON.paid);
      const { unowed, paid, reserved } = await at.accountOf(caseId);
      expect(Object.values(unowed)).toMatchObject([{ subsidyFen: HALF_FEN }]);
      expect([reserved, paid].map(({ subsidyFen }) => subsidyFen)).toEqual([0, 0]);
      expect(await at.caseOf(caseId)).toMatchObject({
        stage: 'withdrawn',
        recoveries: [{ owedFen: HALF_FEN }],
      });
    },
  );

  it('A8 money that the ledger booked as owed while its case was being withdrawn is asked back', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.decideAndLand(['withdrawCase', caseId, 'T1', ON.paid, declined], () => at.cutOff(late, 2));
    await at.expectMended(ON.paid);
    const { paid, reserved } = await at.accountOf(caseId);
    expect([reserved, paid].map(({ subsidyFen }) => subsidyFen)).toEqual([0, 0]);
    const { stage, recoveries } = await at.caseOf(caseId);
    expect({ stage, recoveries }).toMatchObject({ stage: 'withdrawn', recoveries: [{ owedFen: HALF_FEN }] });
    const { recoveryId } = recoveries[0]!;
    await at.ask(repayment(caseId, recoveryId, HALF_FEN, ON.paid));
    expect(await at.ledger()).toMatchObject({ recoveredFen: HALF_FEN });
    expect(await at.problems()).toEqual([]);
  });

  it('A11 a later attempt that left the office meanwhile stays with the bank', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', '22', caseId);
    leg.draw(desk, 1, 'p2', caseId);
    await at.replay(desk);
    await at.cutOff(results(desk, 'p1', '00', ON.paid));
    const { hash } = await at.paymentOf('p2');
    await at.ask(['approveBatch', 'p2', 'N2', ON.paid, { hash }]);
    await at.ask(['releaseBatch', 'p2', 'N1', ON.paid, { fileHash: 'file' }]);
    await at.expectMended(ON.paid);
    expect(await at.rowOf('p2')).toMatchObject({ status: 'open' });
    expect((await at.accountOf(caseId)).obligations['1-1']).toMatchObject({
      status: 'authorised',
      paidBy: 1,
    });
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
    await at.ask(results(desk, 'p2', '00', ON.paid));
    expect((await at.caseOf(caseId)).recoveries).toMatchObject([{ owedFen: HALF_FEN }]);
    expect(await at.problems()).toEqual([]);
  });

  it.each([
    ['the first', FIRST, SECOND],
    ['the second', SECOND, FIRST],
  ])(
    'A11 of two attempts that the bank confirms at once one is owed and one asked back, and %s is mended first',
    async (_which, firstId, secondId) => {
      const desk = openOffice({ households: 1 });
      const caseId = leg.toFiled(desk);
      leg.pay(desk, 1, 'p1', '22', caseId);
      leg.draw(desk, 1, 'p2', caseId);
      leg.release(desk, 'p2', ON.paid);
      await at.replay(desk);
      await at.cutOff(results(desk, 'p1', '00', ON.paid), 1, firstId);
      await at.cutOff(results(desk, 'p2', '00', ON.paid), 1, secondId);
      await at.expectMended(ON.paid);
      const { unowed, paid } = await at.accountOf(caseId);
      expect(Object.values(unowed)).toMatchObject([{ subsidyFen: HALF_FEN }]);
      expect(paid).toMatchObject({ subsidyFen: HALF_FEN });
      expect(await at.caseOf(caseId)).toMatchObject({
        stage: 'first-tranche-paid',
        recoveries: [{ owedFen: HALF_FEN }],
      });
    },
  );

  it('A8 money that both the bank and the household gave back is asked back no more', async () => {
    const { caseId, late } = await returnedAndPaidLate(at);
    await at.ask(['withdrawCase', caseId, 'T1', ON.paid, declined]);
    await at.ask(late);
    const { recoveryId } = (await at.caseOf(caseId)).recoveries[0]!;
    const [, , , , results] = late;
    const { rows } = results as { readonly rows: readonly { readonly amountFen: number }[] };
    const back = {
      ...results,
      fileHash: 'back',
      rows: rows.map((row) => ({ ...row, amountFen: -row.amountFen })),
    };
    await at.cutOff(['importResults', 'p1', 'N1', ON.paid, { ...back, sumFen: -HALF_FEN }]);
    await at.ask(repayment(caseId, recoveryId, HALF_FEN, ON.paid));
    await at.expectMended(ON.paid);
    expect(await at.ledger()).toMatchObject({ unowedFen: 0, recoveredFen: HALF_FEN });
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'withdrawn', recoveries: [] });
  });

  it('A10 a transfer that the bank took back from a case that was closed meanwhile is noted on it', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFullyPaid(desk);
    leg.notice(desk, 'result', ON.result, ON.resultComplete, caseId);
    leg.photos(desk);
    await at.replay(desk);
    await at.cutOff(results(desk, 'p2-1', '00', ON.closed, -1));
    await at.ask(['closeCase', caseId, 'T1', ON.closed, {}]);
    await at.expectMended(ON.closed);
    expect(await at.caseOf(caseId)).toMatchObject({ stage: 'closed', reversed: ['2-1'] });
    expect((await at.accountOf(caseId)).obligations['2-1']).toMatchObject({ status: 'reversed' });
    expect(await at.rowOf('p2-1')).toMatchObject({ status: 'reversed' });
  });

  it.each([0, 1, 2, 3])(
    'A11 an item leaves its batch when its case was returned before it was told of the instruction (after %d appends of a mend)',
    async (appends) => {
      const desk = openOffice({ households: 1 });
      const caseId = leg.toFiled(desk);
      await at.replay(desk);
      const returned = { reasonCode: 'other', fields: ['lines'], text: 'sealed.text' };
      await at.decideAndLand(['returnFiling', caseId, 'B1', ON.drawn, returned], () =>
        at.cutOff(drawing(1, 'p1', caseId, ON.drawn), 2),
      );
      await at.mendAndDie(ON.drawn, appends);
      await at.expectMended(ON.drawn);
      expect(await at.caseOf(caseId)).toMatchObject({ stage: 'drafted' });
      expect(await at.rowOf('p1')).toMatchObject({ status: 'dropped' });
      expect((await at.accountOf(caseId)).obligations['1-1']).toMatchObject({ status: 'cancelled' });
    },
  );
});
