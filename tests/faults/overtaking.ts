import { randomUUID } from 'node:crypto';
import { rulebook, type CaseState, type LedgerState, type PaymentState } from '@yihu/domain';
import { leg, LEDGER, ON, openOffice, TOWN, type Desk } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import type { Decision, EventStore } from '@yihu/event-store';
import { knifeOver, openCutOffPlace } from './cut-off';
import { replay, requestOf } from './replay';

export type Ask = readonly [command: string, subjectId: string, by: string, at: string, input: object];

export const HALF_FEN = 76_000;

/** A store on a server, on which one decision overtakes another before all of it was told. */
export async function openOvertaking() {
  const place = await openCutOffPlace();
  const { store } = place;
  const office = () => createEngine({ store, rulebook });

  const executeOn = (on: EventStore, [command, subjectId, by, at, input]: Ask, id: string = randomUUID()) =>
    createEngine({ store: on, rulebook }).execute(requestOf(id, command, subjectId, by, at, input));

  const ledger = async () => (await office().load(`ledger-${LEDGER}`)).data as LedgerState;
  const caseOf = async (caseId: string) => {
    const { stage, data, node } = await office().load(`case-${caseId}`);
    return { stage, node: node!.key, ...(data as CaseState) };
  };
  const paymentOf = async (batchId: string) =>
    (await office().load(`payment-${batchId}`)).data as PaymentState;

  /** What the ledger has of a case is what the case says, and nothing that is paid waits to be paid again. */
  async function expectAgreement(): Promise<void> {
    for (const [caseId, { unowed, obligations }] of Object.entries((await ledger()).cases)) {
      const { recoveries, reversed, node } = await caseOf(caseId);
      const owed = Object.fromEntries(recoveries.map(({ recoveryId, owedFen }) => [recoveryId, owedFen]));
      const asked = Object.entries(unowed).map(([id, out]) => [id, out.subsidyFen + out.rewardFen]);
      expect(owed).toMatchObject(Object.fromEntries(asked) as object);
      for (const [key, { status, paidBy, batchId }] of Object.entries(obligations)) {
        const waits = reversed.includes(key) || /bank-returned|drafted|withdrawn/.test(node);
        expect([key, status === 'reversed' && !waits]).toEqual([key, false]);
        const { status: at, rows } = await paymentOf(batchId);
        const isToBePaid =
          rows.find((each) => each.caseId === caseId)?.status === 'open' && at !== 'released';
        expect([key, paidBy !== undefined && isToBePaid && at !== 'cancelled']).toEqual([key, false]);
      }
      const isPaid = reversed.length === 0 && obligations['2-1']?.paidBy !== undefined;
      expect(isPaid && node === 'accepted.instructed').toBe(false);
    }
  }

  return {
    office,
    ledger,
    caseOf,
    paymentOf,
    accountOf: async (caseId: string) => (await ledger()).cases[caseId]!,
    rowOf: async (batchId: string) => (await paymentOf(batchId)).rows[0]!,
    revisionsOf: async (caseId: string) => (await office().load(`case-${caseId}`)).lastRevisionOf,
    problems: async () => (await place.recount()).problems,
    replay: (desk: Desk) => replay(office(), desk),
    ask: (asked: Ask) => executeOn(store, asked),
    /** Only the first streams of what is asked land. */
    async cutOff(asked: Ask, after = 1, commandId?: string): Promise<void> {
      const knife = knifeOver(store);
      knife.after = after;
      await expect(executeOn(knife.store, asked, commandId)).rejects.toThrow('cut off');
    },
    /** Somebody decides, and `before` happens between that and the landing of it, of which there may be only a part. */
    async decideAndLand(asked: Ask, before: () => Promise<unknown>, after?: number): Promise<void> {
      const knife = knifeOver(store);
      knife.after = after;
      const append = async (decision: Decision) => {
        overtaken.append = knife.store.append;
        await before();
        return knife.store.append(decision);
      };
      const overtaken = Object.assign(Object.create(store) as EventStore, { append });
      const landed = executeOn(overtaken, asked);
      await (after === undefined ? landed : expect(landed).rejects.toThrow('cut off'));
    },
    /** Whoever mends dies after so many appends of its own. */
    mendAndDie: (now: string, appendsMax: number) => place.mendAll(now, appendsMax),
    /** After the mend nothing is open, ledger and cases agree, and whoever recounts finds nothing. */
    async expectMended(now: string): Promise<void> {
      expect(await place.mendAll(now)).toMatchObject({ failures: [], open: [] });
      expect((await place.recount()).problems).toEqual([]);
      await expectAgreement();
    },
    close: place.close,
  };
}

export type Overtaking = Awaited<ReturnType<typeof openOvertaking>>;

export const drawing = (tranche: 1 | 2, batchId: string, caseId: string, at: string): Ask => [
  'drawBatch',
  batchId,
  'N1',
  at,
  { year: 2024, town: TOWN, tranche, caseIds: [caseId] },
];

/** What the bank says of a batch of one row. A sum below zero is one that it takes back. */
export function results(desk: Desk, batchId: string, code: string, at: string, sign: 1 | -1 = 1): Ask {
  const [first] = (desk.folded(`payment-${batchId}`).data as PaymentState).rows;
  const { row, amountFen } = first!;
  const sumFen = sign * amountFen;
  const told = { row, amountFen: sumFen, valueOn: at.slice(0, 10), bankRef: `said ${code}`, code };
  const file = { fileHash: `${batchId} ${code} ${sign}`, rows: [told], count: 1, sumFen };
  return ['importResults', batchId, 'N1', at, file];
}

/** Does at the desk what a test asks. */
export function doAt(desk: Desk, [command, subjectId, by, at, input]: Ask): void {
  desk.do(command, subjectId, { by, at, input });
}

/** The bank had returned the first transfer, and now says that it paid it after all. */
export async function returnedAndPaidLate({ replay }: Overtaking) {
  const desk = openOffice({ households: 1 });
  const caseId = leg.toFiled(desk);
  leg.pay(desk, 1, 'p1', '22', caseId);
  await replay(desk);
  return { caseId, late: results(desk, 'p1', '00', ON.paid) };
}

/** The household gives back what it was asked for. */
export const repayment = (caseId: string, recoveryId: string, amountFen: number, at: string): Ask => [
  'recordRecovery',
  caseId,
  'N1',
  at,
  { recoveryId, amountFen, how: 'transfer', receivedOn: at.slice(0, 10) },
];
