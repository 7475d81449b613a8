import { randomUUID } from 'node:crypto';
import { rulebook, type CaseState, type LedgerState, type PaymentState } from '@yihu/domain';
import { leg, LEDGER, ON, openOffice, TOWN, type Desk } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import type { Decision, EventStore } from '@yihu/event-store';
import { knifeOver, openCutOffPlace, type CutOffPlace } from './cut-off';
import { replay, requestOf } from './replay';

let place: CutOffPlace;
beforeEach(async () => {
  place = await openCutOffPlace();
});
afterEach(() => place.close());

type Ask = readonly [command: string, subjectId: string, by: string, at: string, input: object];

const office = () => createEngine({ store: place.store, rulebook });
const ask = ([command, subjectId, by, at, input]: Ask) =>
  office().execute(requestOf(randomUUID(), command, subjectId, by, at, input));

/** Only the first streams of what is asked land. */
async function cutOff(
  [command, subjectId, by, at, input]: Ask,
  after = 1,
  commandId: string = randomUUID(),
): Promise<void> {
  const knife = knifeOver(place.store);
  knife.after = after;
  const engine = createEngine({ store: knife.store, rulebook });
  const asked = engine.execute(requestOf(commandId, command, subjectId, by, at, input));
  await expect(asked).rejects.toThrow('cut off');
}

const ledger = async () => (await office().load(`ledger-${LEDGER}`)).data as LedgerState;
const accountOf = async (caseId: string) => (await ledger()).cases[caseId]!;
const caseOf = async (caseId: string) => {
  const { stage, data } = await office().load(`case-${caseId}`);
  return { stage, ...(data as CaseState) };
};
const rowOf = async (batchId: string) =>
  ((await office().load(`payment-${batchId}`)).data as PaymentState).rows[0]!;

/** Somebody decides, and `before` happens between that and the landing of it. */
async function decideAndLand([command, subjectId, by, at, input]: Ask, before: () => Promise<void>) {
  const append = async (decision: Decision) => {
    overtaken.append = place.store.append;
    await before();
    return place.store.append(decision);
  };
  const overtaken = Object.assign(Object.create(place.store) as EventStore, { append });
  const engine = createEngine({ store: overtaken, rulebook });
  await engine.execute(requestOf(randomUUID(), command, subjectId, by, at, input));
}

/** What the bank says of a batch of one row. */
function said(desk: Desk, batchId: string, code: string, valueOn: string, sign = 1): object {
  const [{ row, amountFen }] = (desk.folded(`payment-${batchId}`).data as PaymentState).rows as [
    PaymentState['rows'][number],
  ];
  const sumFen = sign * amountFen;
  const told = { row, amountFen: sumFen, valueOn: valueOn.slice(0, 10), bankRef: 'late', code };
  return { fileHash: `late ${sign}`, rows: [told], count: 1, sumFen };
}

/** After the mend nothing is open, and whoever recounts finds nothing. */
async function expectMended(now: string): Promise<void> {
  expect(await place.mendAll(now)).toMatchObject({ failures: [], open: [] });
  expect((await place.recount()).problems).toEqual([]);
}

const HALF_FEN = 76_000;
/** Open decisions are mended in the order of their ids. */
const [FIRST, SECOND] = ['0d1f6f0e-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000002'];
const declined = { ground: 'declined', reason: 'sealed.reason' };

/** The bank had returned the first transfer, and now says that it paid it after all. */
async function returnedAndPaidLate() {
  const desk = openOffice({ households: 1 });
  const caseId = leg.toFiled(desk);
  leg.pay(desk, 1, 'p1', '22', caseId);
  await replay(office(), desk);
  return { caseId, late: ['importResults', 'p1', 'N1', ON.paid, said(desk, 'p1', '00', ON.paid)] as const };
}

describe('a decision that others overtook before all of it was told (F3)', () => {
  it('A8 money that went out to a case that was withdrawn meanwhile is booked and asked back', async () => {
    const { caseId, late } = await returnedAndPaidLate();
    await cutOff(late);
    await ask(['withdrawCase', caseId, 'T1', ON.paid, declined]);
    await expectMended(ON.paid);
    const { unowed, paid } = await accountOf(caseId);
    const [recoveryId] = Object.keys(unowed) as [string];
    expect({ unowed, paid }).toMatchObject({
      unowed: { [recoveryId]: { subsidyFen: HALF_FEN } },
      paid: { subsidyFen: 0 },
    });
    expect(await caseOf(caseId)).toMatchObject({
      stage: 'withdrawn',
      confirmedLate: ['1-1'],
      recoveries: [{ recoveryId, owedFen: HALF_FEN }],
    });
    const received = { recoveryId, amountFen: HALF_FEN, how: 'transfer', receivedOn: ON.paid.slice(0, 10) };
    await ask(['recordRecovery', caseId, 'N1', ON.paid, received]);
    expect(await ledger()).toMatchObject({ unowedFen: 0, recoveredFen: HALF_FEN });
    expect((await place.recount()).problems).toEqual([]);
  });

  it.each([
    ['the payment', FIRST, SECOND],
    ['the withdrawal', SECOND, FIRST],
  ])(
    'A8 the same holds where the withdrawal was cut off as well, and %s is mended first',
    async (_what, importId, withdrawalId) => {
      const { caseId, late } = await returnedAndPaidLate();
      await cutOff(late, 1, importId);
      await cutOff(['withdrawCase', caseId, 'T1', ON.paid, declined], 1, withdrawalId);
      await expectMended(ON.paid);
      const { unowed, paid, reserved } = await accountOf(caseId);
      expect(Object.values(unowed)).toMatchObject([{ subsidyFen: HALF_FEN }]);
      expect([reserved, paid].map(({ subsidyFen }) => subsidyFen)).toEqual([0, 0]);
      expect(await caseOf(caseId)).toMatchObject({
        stage: 'withdrawn',
        recoveries: [{ owedFen: HALF_FEN }],
      });
    },
  );

  it('A8 money that the ledger booked as owed while its case was being withdrawn is asked back', async () => {
    const { caseId, late } = await returnedAndPaidLate();
    await decideAndLand(['withdrawCase', caseId, 'T1', ON.paid, declined], () => cutOff(late, 2));
    await expectMended(ON.paid);
    const { paid, reserved } = await accountOf(caseId);
    expect([reserved, paid].map(({ subsidyFen }) => subsidyFen)).toEqual([HALF_FEN, HALF_FEN]);
    const { stage, recoveries } = await caseOf(caseId);
    expect({ stage, recoveries }).toMatchObject({ stage: 'withdrawn', recoveries: [{ owedFen: HALF_FEN }] });
    const { recoveryId } = recoveries[0]!;
    const received = { recoveryId, amountFen: HALF_FEN, how: 'transfer', receivedOn: ON.paid.slice(0, 10) };
    await ask(['recordRecovery', caseId, 'N1', ON.paid, received]);
    expect(await ledger()).toMatchObject({ recoveredFen: HALF_FEN });
    expect((await place.recount()).problems).toEqual([]);
  });

  it('A11 a later attempt that left the office meanwhile stays with the bank', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFiled(desk);
    leg.pay(desk, 1, 'p1', '22', caseId);
    leg.draw(desk, 1, 'p2', caseId);
    await replay(office(), desk);
    await cutOff(['importResults', 'p1', 'N1', ON.paid, said(desk, 'p1', '00', ON.paid)]);
    const { hash } = (await office().load('payment-p2')).data as PaymentState;
    await ask(['approveBatch', 'p2', 'N2', ON.paid, { hash }]);
    await ask(['releaseBatch', 'p2', 'N1', ON.paid, { fileHash: 'file' }]);
    await expectMended(ON.paid);
    expect(await rowOf('p2')).toMatchObject({ status: 'open' });
    expect((await accountOf(caseId)).obligations['1-1']).toMatchObject({ status: 'authorised', paidBy: 1 });
    expect(await caseOf(caseId)).toMatchObject({ stage: 'first-tranche-paid' });
    await ask(['importResults', 'p2', 'N1', ON.paid, said(desk, 'p2', '00', ON.paid)]);
    expect((await caseOf(caseId)).recoveries).toMatchObject([{ owedFen: HALF_FEN }]);
    expect((await place.recount()).problems).toEqual([]);
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
      await replay(office(), desk);
      await cutOff(['importResults', 'p1', 'N1', ON.paid, said(desk, 'p1', '00', ON.paid)], 1, firstId);
      await cutOff(['importResults', 'p2', 'N1', ON.paid, said(desk, 'p2', '00', ON.paid)], 1, secondId);
      await expectMended(ON.paid);
      const { unowed, paid } = await accountOf(caseId);
      expect(Object.values(unowed)).toMatchObject([{ subsidyFen: HALF_FEN }]);
      expect(paid).toMatchObject({ subsidyFen: HALF_FEN });
      expect(await caseOf(caseId)).toMatchObject({
        stage: 'first-tranche-paid',
        recoveries: [{ owedFen: HALF_FEN }],
      });
    },
  );

  it('A8 money that both the bank and the household gave back is asked back no more', async () => {
    const { caseId, late } = await returnedAndPaidLate();
    await ask(['withdrawCase', caseId, 'T1', ON.paid, declined]);
    await ask(late);
    const { recoveryId } = (await caseOf(caseId)).recoveries[0]!;
    const [, , , , results] = late;
    const { rows } = results as { readonly rows: readonly { readonly amountFen: number }[] };
    const back = {
      ...results,
      fileHash: 'back',
      rows: rows.map((row) => ({ ...row, amountFen: -row.amountFen })),
    };
    await cutOff(['importResults', 'p1', 'N1', ON.paid, { ...back, sumFen: -HALF_FEN }]);
    const received = { recoveryId, amountFen: HALF_FEN, how: 'transfer', receivedOn: ON.paid.slice(0, 10) };
    await ask(['recordRecovery', caseId, 'N1', ON.paid, received]);
    await expectMended(ON.paid);
    expect(await ledger()).toMatchObject({ unowedFen: 0, recoveredFen: HALF_FEN });
    expect(await caseOf(caseId)).toMatchObject({ stage: 'withdrawn', recoveries: [] });
  });

  it('A10 a transfer that the bank took back from a case that was closed meanwhile is noted on it', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFullyPaid(desk);
    leg.notice(desk, 'result', ON.result, ON.resultComplete, caseId);
    leg.photos(desk);
    await replay(office(), desk);
    await cutOff(['importResults', 'p2-1', 'N1', ON.closed, said(desk, 'p2-1', '00', ON.closed, -1)]);
    await ask(['closeCase', caseId, 'T1', ON.closed, {}]);
    await expectMended(ON.closed);
    expect(await caseOf(caseId)).toMatchObject({ stage: 'closed', reversed: ['2-1'] });
    expect((await accountOf(caseId)).obligations['2-1']).toMatchObject({ status: 'reversed' });
    expect(await rowOf('p2-1')).toMatchObject({ status: 'reversed' });
  });

  it('A11 an item leaves its batch when its case was returned before it was told of the instruction', async () => {
    const desk = openOffice({ households: 1 });
    const caseId = leg.toFiled(desk);
    await replay(office(), desk);
    const drawn = { year: 2024, town: TOWN, tranche: 1, caseIds: [caseId] };
    const returned = { reasonCode: 'other', fields: ['lines'], text: 'sealed.text' };
    await decideAndLand(['returnFiling', caseId, 'B1', ON.drawn, returned], () =>
      cutOff(['drawBatch', 'p1', 'N1', ON.drawn, drawn], 2),
    );
    await expectMended(ON.drawn);
    expect(await caseOf(caseId)).toMatchObject({ stage: 'drafted' });
    expect(await rowOf('p1')).toMatchObject({ status: 'dropped' });
    expect((await accountOf(caseId)).obligations['1-1']).toMatchObject({ status: 'cancelled' });
  });
});
