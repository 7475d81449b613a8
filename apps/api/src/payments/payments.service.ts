import { Injectable } from '@nestjs/common';
import type {
  CaseHousehold,
  Language,
  ListPaymentsQuery,
  PayableCase,
  PayableCasesQuery,
  PaymentListItem,
  PaymentView,
} from '@yihu/api-contract';
import type { PaymentState } from '@yihu/domain';
import {
  casesOf,
  findPayment,
  listPayments,
  payableCases,
  tranchesOfBatch,
  type ListedCase,
  type ListedPayment,
} from '@yihu/read-models';
import { loadOffered } from '../commands/load-offered';
import { householdView } from '../people/household-view';
import { knowsPeopleOf } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { PoliciesService } from '../programmes/policies.service';
import { ServerParts } from '../server-parts';
import { drawableCases } from './drawable-cases';

/** Towns draw a few batches a year, so one page holds them. */
const BATCHES_MAX = 500;

/** Payment batches and the cases for the next one, each time for one reader. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
    private readonly policies: PoliciesService,
  ) {}

  async list(query: ListPaymentsQuery): Promise<readonly PaymentListItem[]> {
    const rows = await listPayments(this.parts.readModels.database, query, BATCHES_MAX);
    return rows.map(listItem);
  }

  /** What rows make a candidate is asked of the rules before it is answered. */
  async payable(asked: PayableCasesQuery, actorId: string): Promise<readonly PayableCase[]> {
    const { engine, readModels } = this.parts;
    const day = await this.policies.ofYear(asked.year);
    const candidates = await payableCases(readModels.database, asked, day);
    const caseIds = candidates.map((row) => row.case.caseId);
    const drawable = await drawableCases(engine, { ...asked, caseIds, actorId, now: day.now });
    const rows = candidates.filter((row) => drawable.has(row.case.caseId));
    const households = await this.households(
      rows.map((row) => row.case),
      actorId,
      'payable',
    );
    return rows.map(({ case: found, subsidyFen, rewardFen }, index) => ({
      caseId: found.caseId,
      household: households[index]!,
      tranche: asked.tranche,
      subsidyFen,
      rewardFen,
      revision: found.revision,
    }));
  }

  async view(id: string, actorId: string, language: Language): Promise<PaymentView> {
    const { database } = this.parts.readModels;
    const payment = await loadOffered<PaymentState>(this.parts, 'payment', id, actorId, language);
    const { rows, drawnBy, approvedBy } = payment;
    const listed = await findPayment(database, id);
    const cases = await casesOf(
      database,
      rows.map((row) => row.caseId),
    );
    const households = await this.households(
      rows.map((row) => cases.get(row.caseId)!),
      actorId,
      `payment-${id}`,
    );
    const released = listed?.releasedBy ?? undefined;
    const staffNames = await this.readers.staffNames([drawnBy, approvedBy, released]);
    const current = new Set((await tranchesOfBatch(database, id)).map(({ caseId }) => caseId));
    const drawnAgain = rows.filter(({ caseId }) => !current.has(caseId)).map(({ row }) => row);
    return {
      ...payment,
      households,
      drawnAgain,
      ...(released !== undefined && { releasedBy: released }),
      staffNames,
    };
  }

  private async households(
    cases: readonly ListedCase[],
    actorId: string,
    what: string,
  ): Promise<readonly CaseHousehold[]> {
    const reader = await this.readers.staffOf(actorId);
    const households = cases.map((found) =>
      householdView(this.parts.vault, found, found.name, knowsPeopleOf(reader, found.village)),
    );
    this.readers.logUnmasked(actorId, what, households.filter((each) => !each.nameMasked).length);
    return households;
  }
}

function listItem(row: ListedPayment): PaymentListItem {
  const { paymentId, year, town, tranche, status, count, sumFen, confirmedFen } = row;
  const { openCount, againCount, unknownCount, drawnAt, revision } = row;
  return {
    paymentId,
    year,
    town,
    tranche,
    status,
    count,
    sumFen,
    confirmedFen,
    openCount,
    returnedCount: againCount,
    unknownCount,
    drawnAt,
    revision,
    incomplete: row.incomplete === 1,
  };
}
