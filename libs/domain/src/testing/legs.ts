import { ACCEPTANCE_ATTESTATION, BUDGET_ATTESTATION } from '../attestation';
import { currentPlan, type CaseState } from '../case/state';
import { surplusFen, type LedgerState } from '../ledger/state';
import type { PaymentState } from '../payment/state';
import type { SummaryState } from '../summary/state';
import type { Desk } from './desk';
import { LEDGER, ON, PLAN, TOWN, VILLAGE, YEAR } from './season';

export const caseIdOf = (number: number) => `2024-h${number}`;

export function caseState(desk: Desk, caseId: string): CaseState {
  return desk.folded(`case-${caseId}`).data as CaseState;
}

export function stageOfCase(desk: Desk, caseId: string): string {
  return desk.folded(`case-${caseId}`).stage;
}

export function budgetSignature(desk: Desk, caseId: string) {
  const contentHash = currentPlan(caseState(desk, caseId))?.contentHash ?? '';
  return { contentHash, attestation: BUDGET_ATTESTATION.text, method: 'paper' as const };
}

export function acceptanceSignature(desk: Desk, caseId: string) {
  const contentHash = caseState(desk, caseId).acceptance?.contentHash ?? '';
  return { contentHash, attestation: ACCEPTANCE_ATTESTATION.text, method: 'paper' as const };
}

/** The legs of a case, each from where the one before it ends. */
export const leg = {
  open(desk: Desk, number = 1): string {
    const caseId = caseIdOf(number);
    desk.do('openCase', caseId, {
      by: 'T1',
      at: ON.roster,
      input: { year: 2024, householdId: `h${number}` },
    });
    desk.do('assignCadres', caseId, {
      by: 'T1',
      at: ON.roster,
      input: { villageCadreId: 'V1', townCadreId: 'T1', reason: '抽调' },
    });
    return caseId;
  },
  draft(desk: Desk, caseId: string, plan: object = PLAN): void {
    desk.do('draftPlan', caseId, { by: 'V1', at: ON.draft, input: plan });
  },
  signAsHousehold(desk: Desk, caseId: string): void {
    desk.do('signAsHousehold', caseId, { by: 'V1', at: ON.draft, input: budgetSignature(desk, caseId) });
  },
  signAsVillage(desk: Desk, caseId: string): void {
    desk.do('signAsVillage', caseId, { by: 'V1', at: ON.village, input: budgetSignature(desk, caseId) });
  },
  signAsTown(desk: Desk, caseId: string): void {
    desk.do('signAsTown', caseId, { by: 'T1', at: ON.town, input: budgetSignature(desk, caseId) });
  },
  toCadreSigned(desk: Desk, number = 1, plan: object = PLAN): string {
    const caseId = leg.open(desk, number);
    leg.draft(desk, caseId, plan);
    leg.signAsHousehold(desk, caseId);
    leg.signAsVillage(desk, caseId);
    leg.signAsTown(desk, caseId);
    return caseId;
  },
  seal(desk: Desk, ...caseIds: readonly string[]): number {
    desk.do('drawSummary', LEDGER, { by: 'T1', at: ON.seal, input: { year: 2024, town: TOWN, caseIds } });
    const sheet = (desk.folded(`summary-${LEDGER}`).data as SummaryState).sheets.at(-1)!;
    desk.do('sealSummary', LEDGER, {
      by: 'L1',
      at: ON.seal,
      input: { no: sheet.no, hash: sheet.hash, method: 'paper', sealPhoto: 'photo' },
    });
    return sheet.no;
  },
  receive(desk: Desk, no: number, receiptNo = `渝北备${no}`): void {
    desk.do('submitSummary', LEDGER, { by: 'T1', at: ON.seal, input: { no } });
    desk.do('receiveSummary', LEDGER, { by: 'B1', at: ON.filed, input: { no, receiptNo, returned: [] } });
  },
  /** From signed to filed, on a sheet of their own. */
  file(desk: Desk, ...caseIds: readonly string[]): void {
    const no = leg.seal(desk, ...caseIds);
    leg.notice(desk, 'plan', ON.posted, ON.complete, ...caseIds);
    leg.receive(desk, no);
    for (const caseId of caseIds) {
      const input = { summaryNo: no, receiptNo: `渝北备${no}` };
      desk.do('filePlan', caseId, { by: 'B1', at: ON.filed, input });
    }
  },
  toFiled(desk: Desk, number = 1, plan: object = PLAN): string {
    const caseId = leg.toCadreSigned(desk, number, plan);
    leg.file(desk, caseId);
    return caseId;
  },
  notice(
    desk: Desk,
    kind: 'plan' | 'result',
    from: string,
    until: string,
    ...caseIds: readonly string[]
  ): void {
    for (const [unit, by] of [
      [VILLAGE, 'V1'],
      [TOWN, 'T1'],
    ] as const) {
      const id = `${YEAR}-${unit}-${kind}`;
      const postedOn = from.slice(0, 10);
      desk.do('postNotice', id, {
        by,
        at: from,
        input: { year: 2024, unit, kind, place: '公示栏', postedOn, caseIds },
      });
      const { postings } = desk.folded(`notice-${id}`).data as { postings: { posting: number }[] };
      const { posting } = postings.at(-1)!;
      for (const which of ['start', 'end'] as const) {
        const input = {
          posting,
          which,
          hash: `photo-${which}`,
          takenOn: which === 'start' ? postedOn : until.slice(0, 10),
        };
        desk.do('addNoticePhoto', id, { by, at: until, input });
      }
      desk.do('completeNotice', id, { by, at: until, input: { posting } });
    }
  },
  draw(desk: Desk, tranche: 1 | 2, paymentId: string, ...caseIds: readonly string[]): void {
    const at = tranche === 1 ? ON.drawn : ON.second;
    desk.do('drawBatch', paymentId, { by: 'N1', at, input: { year: 2024, town: TOWN, tranche, caseIds } });
  },
  release(desk: Desk, paymentId: string, at: string): PaymentState {
    const { hash } = desk.folded(`payment-${paymentId}`).data as PaymentState;
    desk.do('approveBatch', paymentId, { by: 'N2', at, input: { hash } });
    desk.do('releaseBatch', paymentId, { by: 'N1', at, input: { fileHash: 'file' } });
    return desk.folded(`payment-${paymentId}`).data as PaymentState;
  },
  pay(desk: Desk, tranche: 1 | 2, paymentId: string, code: string, ...caseIds: readonly string[]): void {
    leg.draw(desk, tranche, paymentId, ...caseIds);
    const at = tranche === 1 ? ON.paid : ON.second;
    const { rows } = leg.release(desk, paymentId, at);
    desk.do('importResults', paymentId, { by: 'N1', at, input: resultsFor(rows, code, at) });
  },
  toFirstTranchePaid(desk: Desk, number = 1, plan: object = PLAN): string {
    const caseId = leg.toFiled(desk, number, plan);
    leg.pay(desk, 1, `p1-${number}`, '00', caseId);
    return caseId;
  },
  inspect(desk: Desk, caseId: string, acceptance: object = acceptanceOf(desk, caseId)): void {
    desk.do('reportCompletion', caseId, {
      by: 'V1',
      at: ON.built,
      input: { completedOn: '2024-06-04', photos: ['photo'] },
    });
    desk.do('draftAcceptance', caseId, { by: 'V1', at: ON.accepted, input: acceptance });
  },
  signAcceptance(desk: Desk, caseId: string): void {
    const input = acceptanceSignature(desk, caseId);
    desk.do('signAcceptanceAsHousehold', caseId, { by: 'V1', at: ON.accepted, input });
    desk.do('signAcceptanceAsVillage', caseId, { by: 'V1', at: ON.accepted, input });
  },
  accept(desk: Desk, caseId: string, rewardFen: number): void {
    const input = { ...acceptanceSignature(desk, caseId), rewardFen };
    desk.do('acceptWork', caseId, { by: 'T1', at: ON.accepted, input });
  },
  toAccepted(
    desk: Desk,
    number = 1,
    plan: object = PLAN,
    acceptance?: object,
    rewardFen = PLAN.rewardFen,
  ): string {
    const caseId = leg.toFirstTranchePaid(desk, number, plan);
    leg.inspect(desk, caseId, acceptance ?? acceptanceOf(desk, caseId));
    leg.signAcceptance(desk, caseId);
    leg.accept(desk, caseId, rewardFen);
    return caseId;
  },
  toFullyPaid(desk: Desk, number = 1): string {
    const caseId = leg.toAccepted(desk, number);
    leg.pay(desk, 2, `p2-${number}`, '00', caseId);
    return caseId;
  },
  photos(desk: Desk): void {
    for (const unit of [VILLAGE, TOWN]) {
      const id = `${YEAR}-${unit}-result`;
      desk.do('filePhotos', id, { by: 'T1', at: ON.photos, input: {} });
      desk.do('receivePhotos', id, { by: 'B1', at: ON.photos, input: { receiptNo: `照${unit}` } });
    }
  },
  toClosed(desk: Desk, number = 1): string {
    const caseId = leg.toFullyPaid(desk, number);
    leg.notice(desk, 'result', ON.result, ON.resultComplete, caseId);
    leg.photos(desk);
    desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
    return caseId;
  },
  /** From the last case settled to the programme closed; what is left over goes back to the district. */
  end(desk: Desk): void {
    const amountFen = surplusFen(desk.folded(`ledger-${LEDGER}`).data as LedgerState);
    const input = { amountFen, returnedOn: ON.closed.slice(0, 10), docNo: '渝北财〔2024〕9号' };
    if (amountFen > 0) desk.do('returnSurplus', LEDGER, { by: 'N1', at: ON.closed, input });
    desk.do('closeTown', LEDGER, { by: 'L1', at: ON.closed, input: {} });
    desk.do('closeProgramme', YEAR, { by: 'B1', at: ON.closed, input: {} });
  },
};

/** F3 with every line done as filed. */
export function acceptanceOf(
  desk: Desk,
  caseId: string,
  changes: { actualFen?: number; share?: number } = {},
) {
  const { actualFen = 300_000, share = 1 } = changes;
  const plan = currentPlan(caseState(desk, caseId))!;
  return {
    lines: plan.lines.map((each, index) => {
      const acceptedMilli = each.quantityMilli * share;
      return {
        lineNo: index + 1,
        acceptedMilli,
        paidUnitPriceFen: each.unitPriceFen,
        acceptedFen: Math.round((acceptedMilli * each.unitPriceFen) / 1000),
        done: share === 1 ? ('done' as const) : ('partly' as const),
      };
    }),
    income: { actualFen, estimateFen: 0, basis: 'actual' as const, asOf: '2024-06-05' },
    photos: ['photo'],
    invoices: ['invoice'],
  };
}

export function resultsFor(
  rows: PaymentState['rows'],
  code: string,
  at: string,
  fileHash = `result-${code}`,
) {
  const results = rows.map(({ row, amountFen }) => ({
    row,
    amountFen,
    valueOn: at.slice(0, 10),
    bankRef: `ref-${row}`,
    code,
  }));
  const sum = results.reduce((total, each) => total + each.amountFen, 0);
  return { fileHash, rows: results, count: results.length, sumFen: sum };
}
