import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUDGET_ATTESTATION, rulebook, type CaseState } from '@yihu/domain';
import { leg, ON, openOffice, planOf, type Desk } from '@yihu/domain/testing';
import { createEngine, type Answer, type CommandRequest, type Engine } from '@yihu/engine';
import { openEmbeddedStore, type AtomicEventStore } from '@yihu/event-store';
import { Refused, type Refusal } from '@yihu/workflow';
import { v4 as uuidV4 } from 'uuid';
import { replay, requestOf } from './replay';

/** An office on a real store in a folder of its own. */
export interface EngineOffice {
  readonly folder: string;
  /** A further connection to the same folder, below the lock. */
  openStore(): AtomicEventStore;
  close(): Promise<void>;
}

/** Prepares a folder with what was done at the desk. */
export async function prepareOffice(desk: Desk): Promise<EngineOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-office-'));
  const opened: AtomicEventStore[] = [];
  const openStore = () => {
    const store = openEmbeddedStore({ folder, lock: false });
    opened.push(store);
    return store;
  };
  await replay(createEngine({ store: openStore(), rulebook }), desk);
  return {
    folder,
    openStore,
    async close() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk with so many cases waiting for the town's signature, each with its plan. */
export function waitingForTown(plans: readonly (readonly [subsidyFen: number, rewardFen: number])[]): Desk {
  const desk = openOffice({ households: plans.length });
  plans.forEach(([subsidyFen, rewardFen], index) => {
    const caseId = leg.open(desk, index + 1);
    leg.draft(desk, caseId, planOf(subsidyFen, rewardFen));
    leg.signAsHousehold(desk, caseId);
    leg.signAsVillage(desk, caseId);
  });
  return desk;
}

/** The town cadre's signature under what the case holds now. */
export async function townSignature(engine: Engine, caseId: string): Promise<CommandRequest> {
  const { plans } = (await engine.load(`case-${caseId}`)).data as CaseState;
  const input = {
    contentHash: plans.at(-1)!.contentHash,
    attestation: BUDGET_ATTESTATION.text,
    method: 'paper',
  };
  return requestOf(uuidV4(), 'signAsTown', caseId, 'T1', ON.town, input);
}

export function takingBack(caseId: string): CommandRequest {
  return requestOf(uuidV4(), 'withdrawTownSignature', caseId, 'T1', ON.town, { reason: 'sealed.reason' });
}

export interface Outcomes {
  readonly answers: readonly Answer[];
  readonly refusals: readonly (readonly Refusal[])[];
  readonly errors: readonly unknown[];
}

export async function outcomesOf(running: readonly Promise<Answer>[]): Promise<Outcomes> {
  const settled = await Promise.allSettled(running);
  const reasons = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  return {
    answers: settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    refusals: reasons.flatMap((reason) => (reason instanceof Refused ? [reason.refusals] : [])),
    errors: reasons.filter((reason) => !(reason instanceof Refused)),
  };
}
