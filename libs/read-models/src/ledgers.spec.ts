import { accountOf, ledgerFact, ledgerWorkflow } from '@yihu/domain';
import { fold, type Fact } from '@yihu/workflow';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { record } from './testing/record';
import { findTownLedger, listTownLedgers, reservationsOfCase } from './town-ledger';
import { tranchesOfBatch, tranchesOfCase } from './tranche-ledger';

const TOWN = '500112133';
const LEDGER = `2024-${TOWN}`;
const A = '2024-a';
const B = '2024-b';

const allotted = ledgerFact('QuotaAllotted', {
  year: 2024,
  unit: TOWN,
  amountFen: 1_000_000,
  subsidyLineFen: 800_000,
  rewardLineFen: 200_000,
});
const reserved = (caseId: string, subsidyFen: number, rewardFen: number) =>
  ledgerFact('MoneyReserved', { caseId, subsidyFen, rewardFen, planVersion: 1, cause: 'signed' });
const adjusted = (caseId: string, subsidyFen: number, rewardFen: number) =>
  ledgerFact('ReservationAdjusted', { caseId, subsidyFen, rewardFen, planVersion: 2, cause: 'amended' });
const released = (caseId: string, subsidyFen: number, rewardFen: number) =>
  ledgerFact('ReservationReleased', { caseId, subsidyFen, rewardFen, cause: 'withdrawn' });
const first = (caseId: string) => ({ caseId, tranche: 1 as const, seq: 1 });
const second = (caseId: string) => ({ caseId, tranche: 2 as const, seq: 1 });
type Tranche = ReturnType<typeof first> | ReturnType<typeof second>;
const authorised = (tranche: Tranche, subsidyFen: number, rewardFen = 0, attempt = 1) =>
  ledgerFact('TrancheAuthorised', {
    ...tranche,
    subsidyFen,
    rewardFen,
    attempt,
    batchId: `batch-${attempt}`,
  });
const cancelled = (tranche: Tranche) =>
  ledgerFact('AuthorisationCancelled', { ...tranche, attempt: 1, batchId: 'batch-1', reason: 'returned' });
const paid = (tranche: Tranche, subsidyFen: number, rewardFen = 0) =>
  ledgerFact('TranchePaid', { ...tranche, subsidyFen, rewardFen, attempt: 1, valueOn: '2024-07-01' });
const reversed = (tranche: Tranche, subsidyFen: number, rewardFen = 0) =>
  ledgerFact('PaymentReversed', { ...tranche, subsidyFen, rewardFen, attempt: 1, valueOn: '2024-07-09' });

describe('the ledgers', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  async function after(...facts: readonly Fact[]) {
    record(folder.store, `ledger-${LEDGER}`, allotted, ...facts);
    const { models } = await folder.follow();
    return models.database;
  }

  async function ledgerAfter(...facts: readonly Fact[]) {
    return findTownLedger(await after(...facts), LEDGER);
  }

  it('opens with what the town was given', async () => {
    expect(await ledgerAfter()).toMatchObject({
      ledgerId: LEDGER,
      year: 2024,
      town: TOWN,
      allottedFen: 1_000_000,
      reservedFen: 0,
      paidFirstFen: 0,
      paidSecondFen: 0,
      rewardFen: 0,
      recoveredFen: 0,
      settledCount: 0,
      revision: 0,
      incomplete: 0,
    });
  });

  it.each<[string, readonly Fact[], number]>([
    ['what is reserved', [reserved(A, 200_000, 60_000), reserved(B, 100_000, 0)], 360_000],
    [
      'new amounts after an adjustment, not the difference',
      [reserved(A, 200_000, 60_000), adjusted(A, 150_000, 60_000)],
      210_000,
    ],
    ['less what is released', [reserved(A, 200_000, 60_000), released(A, 200_000, 60_000)], 0],
    [
      'a case reserved again after its release',
      [reserved(A, 200_000, 0), released(A, 200_000, 0), reserved(A, 90_000, 0)],
      90_000,
    ],
    [
      'the money paid included',
      [reserved(A, 200_000, 0), authorised(first(A), 100_000), paid(first(A), 100_000)],
      200_000,
    ],
    [
      'what was paid of a terminated case',
      [
        reserved(A, 200_000, 60_000),
        authorised(first(A), 100_000),
        paid(first(A), 100_000),
        released(A, 100_000, 60_000),
      ],
      100_000,
    ],
  ])('sums %s', async (_what, facts, reservedFen) => {
    expect(await ledgerAfter(...facts)).toMatchObject({ reservedFen });
  });

  it('tells first and second tranche and reward apart, net of reversals', async () => {
    const facts = [
      reserved(A, 200_000, 60_000),
      reserved(B, 100_000, 0),
      authorised(first(A), 100_000),
      paid(first(A), 100_000),
      authorised(first(B), 50_000),
      paid(first(B), 50_000),
      reversed(first(B), 50_000),
      authorised(second(A), 100_000, 60_000),
      paid(second(A), 100_000, 60_000),
      ledgerFact('RecoveryBooked', {
        caseId: A,
        subsidyFen: 5_000,
        rewardFen: 1_000,
        recoveryId: 'r',
        receivedOn: '2025-01-01',
      }),
      ledgerFact('CaseSettled', { caseId: A, final: 'closed', paidFen: 254_000 }),
      ledgerFact('CaseSettled', { caseId: B, final: 'terminated', paidFen: 0 }),
      ledgerFact('CaseUnsettled', { caseId: B }),
      ledgerFact('SurplusReturned', { amountFen: 7_000, returnedOn: '2025-02-01', docNo: 'doc' }),
      ledgerFact('TownClosed', {
        settled: 1,
        stages: { closed: 1 },
        allottedFen: 300_000,
        paidFen: 260_000,
        recoveredFen: 6_000,
        returnedFen: 7_000,
      }),
      ledgerFact('DecisionAbandoned', { commandId: 'c', reason: 'none' }),
    ];
    expect(await ledgerAfter(...facts)).toMatchObject({
      paidFirstFen: 100_000,
      paidSecondFen: 100_000,
      rewardFen: 60_000,
      recoveredFen: 6_000,
      surplusReturnedFen: 7_000,
      settledCount: 1,
      revision: facts.length,
    });
  });

  it('agrees with the domain about what is reserved', async () => {
    const facts = [
      reserved(A, 200_000, 60_000),
      reserved(B, 90_000, 10_000),
      adjusted(A, 120_000, 0),
      released(B, 40_000, 10_000),
    ];
    const database = await after(...facts);
    const { events } = await folder.store.read(`ledger-${LEDGER}`);
    const { data } = fold(ledgerWorkflow, events as unknown as Parameters<typeof fold>[1]);
    for (const caseId of [A, B]) {
      expect(await reservationsOfCase(database, caseId)).toEqual([
        { ledgerId: LEDGER, caseId, ...accountOf(data, caseId).reserved },
      ]);
    }
    const { reservedFen } = (await findTownLedger(database, LEDGER))!;
    expect(reservedFen).toBe(data.reserved.subsidyFen + data.reserved.rewardFen);
  });

  it('lists the ledgers of a year by town', async () => {
    const { year, unit: _unit, ...amounts } = allotted.data as { year: number; unit: string };
    record(folder.store, 'ledger-2024-500112100', {
      type: 'QuotaAllotted',
      data: { year, unit: '500112100', ...amounts },
    });
    record(folder.store, 'ledger-2023-x', {
      type: 'QuotaAllotted',
      data: { year: 2023, unit: 'x', ...amounts },
    });
    const ledgers = await listTownLedgers(await after(), 2024);
    expect(ledgers.map((ledger) => ledger.town)).toEqual(['500112100', TOWN]);
  });

  it('keeps one row for each tranche and number', async () => {
    const database = await after(
      reserved(A, 200_000, 60_000),
      authorised(first(A), 100_000),
      cancelled(first(A)),
      authorised(first(A), 100_000, 0, 2),
      paid(first(A), 100_000),
      authorised(second(A), 100_000, 60_000),
    );
    const shared = { caseId: A, seq: 1, ledgerId: LEDGER, town: TOWN, incomplete: 0 };
    expect(await tranchesOfCase(database, A)).toEqual([
      {
        ...shared,
        tranche: 1,
        authorisedSubsidyFen: 100_000,
        authorisedRewardFen: 0,
        attempt: 2,
        batchId: 'batch-2',
        status: 'paid',
        paidSubsidyFen: 100_000,
        paidRewardFen: 0,
        valueOn: '2024-07-01',
      },
      {
        ...shared,
        tranche: 2,
        authorisedSubsidyFen: 100_000,
        authorisedRewardFen: 60_000,
        attempt: 1,
        batchId: 'batch-1',
        status: 'authorised',
        paidSubsidyFen: 0,
        paidRewardFen: 0,
        valueOn: null,
      },
    ]);
    expect((await tranchesOfBatch(database, 'batch-2')).map((each) => each.tranche)).toEqual([1]);
  });

  it.each([
    ['cancelled', [cancelled(first(A))], { paidSubsidyFen: 0, valueOn: null }],
    [
      'reversed',
      [paid(first(A), 100_000), reversed(first(A), 100_000)],
      { paidSubsidyFen: 0, valueOn: '2024-07-09' },
    ],
  ] as const)('shows a tranche as %s', async (status, facts, expected) => {
    const database = await after(reserved(A, 200_000, 0), authorised(first(A), 100_000), ...facts);
    expect(await tranchesOfCase(database, A)).toMatchObject([{ status, ...expected }]);
  });
});
