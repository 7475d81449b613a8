import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { rulebook, type CaseState, type LedgerState } from '@yihu/domain';
import { caseIdOf, leg, LEDGER, openOffice } from '@yihu/domain/testing';
import {
  createEngine,
  derivedId,
  verifyChain,
  type Answer,
  type CommandRequest,
  type Engine,
} from '@yihu/engine';
import { openEmbeddedStore, type AtomicEventStore } from '@yihu/event-store';
import { checkReadModels, createProjector, openReadModels } from '@yihu/read-models';
import { bundleChild } from './bundle-child';
import { replay } from './replay';

const KILLS = process.env['YIHU_LONG'] ? 500 : 50;
/** How many cases the child works on, so how many commands are always in flight. */
const CASES = 16;
const NAMESPACE = 'b9f6d3f4-7d0e-5b0c-8a43-1d6c2b1f0e77';

interface Told {
  readonly sent: CommandRequest[];
  readonly answered: Answer[];
}

let root: string;
let template: string;
let child: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'yihu-kill-'));
  template = join(root, 'template');
  child = bundleChild('signing-child');
  const store = openEmbeddedStore({ folder: template });
  const engine = createEngine({ store, rulebook });
  const desk = openOffice({ households: CASES });
  for (let number = 1; number <= CASES; number += 1) {
    const caseId = leg.open(desk, number);
    leg.draft(desk, caseId);
    leg.signAsHousehold(desk, caseId);
    leg.signAsVillage(desk, caseId);
  }
  await replay(engine, desk);
  await store.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Lets the child work and kills it a while after its first answer. */
async function killAfter(folder: string, round: string, delayMs: number): Promise<Told> {
  const working = spawn(process.execPath, [child, folder, round, String(CASES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<string | null>((resolve) =>
    working.once('exit', (_code, signal) => resolve(signal)),
  );
  const told: Told = { sent: [], answered: [] };
  let isDoomed = false;
  for await (const line of createInterface({ input: working.stdout })) {
    const what = JSON.parse(line) as { sent?: CommandRequest; answered?: Answer };
    if (what.sent) told.sent.push(what.sent);
    if (what.answered) told.answered.push(what.answered);
    if (what.answered && !isDoomed) {
      isDoomed = true;
      setTimeout(() => working.kill('SIGKILL'), delayMs);
    }
  }
  // A child that ended by itself would have tested nothing.
  expect(await ended).toBe('SIGKILL');
  return told;
}

/** An acknowledged decision is in every stream it names. */
async function assertWhole(store: AtomicEventStore, { stream, facts, commandId }: Answer): Promise<void> {
  const { events } = await store.read(stream, { fromRevision: facts[0]!.revision, limit: 1 });
  expect(events[0]?.id).toBe(facts[0]!.id);
  for (const named of events[0]!.metadata['decisionStreams'] as string[]) {
    const own = (await store.read(named)).events.filter((event) => event.metadata['commandId'] === commandId);
    expect([named, own.length > 0]).toEqual([named, true]);
  }
}

/** What the ledger holds for a case and what the case says it holds are the same. */
async function assertNoLooseReservation(engine: Engine): Promise<void> {
  const ledger = (await engine.load(`ledger-${LEDGER}`)).data as LedgerState;
  for (let number = 1; number <= CASES; number += 1) {
    const caseId = caseIdOf(number);
    const state = (await engine.load(`case-${caseId}`)).data as CaseState;
    expect([caseId, ledger.cases[caseId]?.reserved ?? { subsidyFen: 0, rewardFen: 0 }]).toEqual([
      caseId,
      state.reserved,
    ]);
  }
}

async function assertChains(store: AtomicEventStore): Promise<void> {
  for (const stream of [
    `ledger-${LEDGER}`,
    ...Array.from({ length: CASES }, (_each, index) => `case-${caseIdOf(index + 1)}`),
  ]) {
    expect([stream, verifyChain((await store.read(stream)).events)]).toEqual([stream, []]);
  }
}

describe('kill -9 of an engine at work (design 6, reliability F1-F3)', () => {
  it(`leaves nothing half done in ${KILLS} kills`, async () => {
    let unansweredRounds = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const folder = join(root, `kill-${kill}`);
      cpSync(template, folder, { recursive: true });
      const told = await killAfter(folder, derivedId(NAMESPACE, `kill ${kill}`), (kill * 7) % 60);
      const acknowledged = new Set(told.answered.map((answer) => answer.commandId));
      const unanswered = told.sent.filter((request) => !acknowledged.has(request.commandId));
      if (unanswered.length > 0) unansweredRounds += 1;

      const store = openEmbeddedStore({ folder });
      const engine = createEngine({ store, rulebook });
      const readModels = openReadModels({ file: join(folder, 'read-models.db') });
      const projector = createProjector({ store, readModels });
      await projector.start();
      try {
        await assertNoLooseReservation(engine);
        for (const answer of told.answered) {
          await assertWhole(store, answer);
          const request = told.sent.find((each) => each.commandId === answer.commandId)!;
          expect(await engine.execute(request)).toEqual(answer);
        }
        for (const request of unanswered) {
          const settled = await engine.execute(request);
          await assertWhole(store, settled);
          expect(await engine.execute(request)).toEqual(settled);
        }
        await assertNoLooseReservation(engine);
        await assertChains(store);
        await projector.caughtUp();
      } finally {
        await projector.stop();
        await readModels.close();
        expect(await checkReadModels({ store, file: readModels.file })).toEqual([]);
        await store.close();
      }
      rmSync(folder, { recursive: true, force: true });
    }
    // A kill that catches no command in flight has tested little.
    expect(unansweredRounds).toBeGreaterThanOrEqual(KILLS * 0.8);
  }, 600_000);
});
