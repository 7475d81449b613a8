import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { rulebook } from '@yihu/domain';
import { caseIdOf, ON } from '@yihu/domain/testing';
import { CommandAbandoned, createEngine, type CommandRequest, type Engine } from '@yihu/engine';
import {
  openEventStoreDb,
  OutcomeUnknown,
  StoreUnavailable,
  type EventStore,
  type StoredEvent,
} from '@yihu/event-store';
import { startTestServer, type Fault, type ScriptLine } from '@yihu/event-store/testing';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';
import { mendAll } from './cut-off';
import { takingBack, townSignature, waitingForTown } from './engine-office';
import { replay } from './replay';

/** How long one call may take while faults strike. */
const CALL_TIMEOUT_MS = 300;
const CASES = 4;
/** How often somebody asks again who heard nothing. */
const TRIES = 4;

/** What a script of faults left behind; all but the first three must be 0. */
export interface ScriptOutcome {
  /** Those that struck; a script may hold more than the work met. */
  readonly faults: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly open: number;
  /** Objections of the recount: money over its quota, a broken chain and whatever else cannot be. */
  readonly objections: number;
  readonly openCalls: number;
  readonly unhandled: number;
}

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constant('silence' as const), commits: fc.boolean() }),
  fc.record({ kind: fc.constant('drop' as const), commits: fc.boolean() }),
  fc.record({ kind: fc.constant('timeout' as const), commits: fc.boolean() }),
  fc.record({ kind: fc.constant('half-closed' as const), commits: fc.boolean() }),
  fc.record({ kind: fc.constant('slow' as const), delayMs: fc.constantFrom(20, 200, 700) }),
  fc.constant({ kind: 'not-ready' as const }),
);

const line: fc.Arbitrary<ScriptLine> = fc.record(
  {
    on: fc.constantFrom('append' as const, 'append' as const, 'append' as const, 'read' as const),
    streamPrefix: fc.constantFrom('', 'case-', 'ledger-'),
    skip: fc.integer({ min: 0, max: 6 }),
    times: fc.constantFrom(1, 1, 2, 5),
    fault,
  },
  { requiredKeys: ['on', 'streamPrefix', 'skip', 'times', 'fault'] },
);

/** The scripts of a seed, always the same. */
export function scriptsOf(seed: number, count: number): readonly (readonly ScriptLine[])[] {
  return fc.sample(fc.array(line, { minLength: 2, maxLength: 8 }), { seed, numRuns: count });
}

/** Lets an office work while the faults of a script strike, mends what is left, and counts. */
export async function runScript(script: readonly ScriptLine[]): Promise<ScriptOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-fault-script-'));
  let unhandled = 0;
  const note = () => (unhandled += 1);
  process.on('unhandledRejection', note);
  const server = await startTestServer({ file: join(folder, 'log') });
  const store = await openEventStoreDb({ url: server.url, callTimeoutMs: CALL_TIMEOUT_MS });
  try {
    await replay(createEngine({ store, rulebook }), waitingForTown(PLANS));
    server.script.add(...script);
    const { acknowledged, unanswered } = await work(createEngine({ store, rulebook }));
    server.script.clear();
    const open = await mended(store, join(folder, 'read-models.db'));
    const events = await store.readAll({ limit: 100_000 });
    const { problems } = await recount(events.map(eventLine));
    await store.close();
    const stuck = await callsOpenAfter(server.openCalls, 10 * CALL_TIMEOUT_MS);
    return {
      faults: server.script.struck,
      acknowledged: acknowledged.length,
      unanswered,
      ...counted(events, acknowledged),
      open,
      objections: problems.length,
      openCalls: stuck,
      unhandled,
    };
  } finally {
    await store.close();
    await server.stop();
    process.off('unhandledRejection', note);
    rmSync(folder, { recursive: true, force: true });
  }
}

const PLANS = Array.from({ length: CASES }, () => [300_000, 100_000] as const);

/** Each case is signed, taken back and signed again; whoever hears nothing asks again for the same. */
async function work(engine: Engine) {
  const acknowledged: string[] = [];
  let unanswered = 0;
  const insist = async (make: () => Promise<CommandRequest>): Promise<void> => {
    let request: CommandRequest | undefined;
    for (let tries = 0; tries < TRIES; tries += 1) {
      try {
        request ??= await make();
        await engine.execute(request);
        acknowledged.push(request.commandId);
        return;
      } catch (error) {
        if (error instanceof CommandAbandoned) request = undefined;
        else if (!(error instanceof OutcomeUnknown || error instanceof StoreUnavailable)) return;
      }
    }
    unanswered += 1;
  };
  const cases = Array.from({ length: CASES }, (_, index) => caseIdOf(index + 1));
  const lives = cases.map(async (caseId) => {
    await insist(() => townSignature(engine, caseId));
    await insist(() => Promise.resolve(takingBack(caseId)));
    await insist(() => townSignature(engine, caseId));
  });
  await Promise.all(lives);
  return { acknowledged, unanswered };
}

/** Mends as the next process would, and tells what is still open then. */
async function mended(store: EventStore, file: string): Promise<number> {
  const { failures, open } = await mendAll(store, file, ON.town);
  if (failures.length > 0) throw failures[0];
  return open.length;
}

/** Acknowledged commands of which nothing is stored, and events that are stored twice. */
function counted(events: readonly StoredEvent[], acknowledged: readonly string[]) {
  const commands = new Set(events.map(({ metadata }) => metadata['commandId']));
  const ids = new Set(events.map(({ id }) => id));
  return {
    lost: acknowledged.filter((commandId) => !commands.has(commandId)).length,
    doubled: events.length - ids.size,
  };
}

async function callsOpenAfter(openCalls: () => number, boundMs: number): Promise<number> {
  const endsAt = performance.now() + boundMs;
  while (openCalls() > 0 && performance.now() < endsAt) await pause(10);
  return openCalls();
}
