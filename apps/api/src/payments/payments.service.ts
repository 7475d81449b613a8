import { Injectable } from '@nestjs/common';
import type { CaseHousehold, Language, PaymentView } from '@yihu/api-contract';
import type { CaseState, PaymentState } from '@yihu/domain';
import { loadOffered } from '../commands/load-offered';
import { householdView } from '../people/household-view';
import { knowsPeopleOf } from '../people/reader';
import { ReadersService } from '../people/readers.service';
import { ServerParts } from '../server-parts';

/** Payment batches, each time for one reader. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly parts: ServerParts,
    private readonly readers: ReadersService,
  ) {}

  async view(id: string, actorId: string, language: Language): Promise<PaymentView> {
    const payment = await loadOffered<PaymentState>(this.parts, 'payment', id, actorId, language);
    const { rows, drawnBy, approvedBy } = payment;
    return {
      ...payment,
      households: await this.householdsOf(
        rows.map((row) => row.caseId),
        actorId,
        `payment-${id}`,
      ),
      staffNames: await this.readers.staffNames([drawnBy, approvedBy]),
    };
  }

  private async householdsOf(
    caseIds: readonly string[],
    actorId: string,
    what: string,
  ): Promise<readonly CaseHousehold[]> {
    const { engine, vault } = this.parts;
    const reader = await this.readers.staffOf(actorId);
    const households: CaseHousehold[] = [];
    for (const caseId of caseIds) {
      const state = (await engine.load(`case-${caseId}`)).data as CaseState;
      const sealedName = await this.readers.sealedNameOf(state.householdId);
      households.push(householdView(vault, state, sealedName, knowsPeopleOf(reader, state.village)));
    }
    this.readers.logUnmasked(actorId, what, households.filter((each) => !each.nameMasked).length);
    return households;
  }
}
