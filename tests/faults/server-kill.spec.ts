import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rulebook, type CaseState, type LedgerState } from '@yihu/domain';
import { createEngine, derivedId } from '@yihu/engine';
import { openEmbeddedStore } from '@yihu/event-store';
import { checkReadModels } from '@yihu/read-models';
import { startOffice, type Answer } from '../http/office';
import { openTown, signature, signAsVillage } from '../http/steps';
import { yihu } from '../season/run-season';
import { startServerChild } from './server-child';

const KILLS = process.env['YIHU_LONG'] ? 30 : 3;
const CASES = 16;
const NOW = '2024-03-22T02:00:00.000Z';
const NAMESPACE = '4f9f4d9c-52a5-5a6f-9d52-0d3b1f2c7a55';

interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: object;
  readonly ifMatch: number;
  answer?: Answer;
}

let root: string;
let template: string;
let token: string;
let signatures: { readonly caseId: string; readonly body: object; readonly revision: number }[];

beforeAll(async () => {
  // Builds the command when its sources are newer; asking for nothing prints the usage.
  expect(yihu().status).toBe(2);
  root = mkdtempSync(join(tmpdir(), 'yihu-server-kill-'));
  template = join(root, 'template');
  const office = await startOffice();
  const caseIds = await openTown(office, CASES);
  signatures = [];
  for (const caseId of caseIds) {
    await signAsVillage(office, caseId, 100_000);
    const { body, ifMatch } = await signature(office, caseId);
    signatures.push({ caseId, body, revision: ifMatch });
  }
  token = office.tokenOf('townCadre');
  await office.server.close();
  cpSync(office.folder, template, { recursive: true });
  rmSync(office.folder, { recursive: true, force: true });
}, 120_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function post(url: string, { key, path, body, ifMatch }: Sent): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
    'if-match': `"${ifMatch}"`,
  };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Signs and takes back one case for ever; each step rests on the answer to the one before. */
async function signForEver(url: string, round: string, index: number, sent: Sent[]): Promise<void> {
  const { caseId, body, revision } = signatures[index]!;
  let ifMatch = revision;
  for (let step = 0; ; step += 1) {
    const isSigning = step % 2 === 0;
    const one: Sent = {
      key: derivedId(round, `${index}/${step}`),
      path: `/api/cases/${caseId}/${isSigning ? 'sign-as-town' : 'withdraw-town-signature'}`,
      body: isSigning ? body : { reason: '再核对一次' },
      ifMatch,
    };
    sent.push(one);
    one.answer = await post(url, one);
    ifMatch = one.answer.revision;
  }
}

describe('kill -9 of the whole server at work', () => {
  it.each(Array.from({ length: KILLS }, (_each, index) => index + 1))(
    'kill %i leaves nothing half done',
    async (kill) => {
      const folder = join(root, `kill-${kill}`);
      cpSync(template, folder, { recursive: true });
      const round = derivedId(NAMESPACE, `kill ${kill}`);
      const first = await startServerChild({ folder, now: NOW });
      const sent: Sent[] = [];
      const working = Promise.allSettled(
        signatures.map((_each, index) => signForEver(first.url, round, index, sent)),
      );
      while (sent.filter((one) => one.answer).length < CASES * kill) await wait(5);
      await first.kill();
      await working;
      const unanswered = sent.filter((one) => one.answer === undefined);
      expect(sent.length - unanswered.length).toBeGreaterThan(0);
      expect(unanswered.length).toBeGreaterThan(0);

      const second = await startServerChild({ folder, now: NOW });
      for (const one of sent) {
        const again = await post(second.url, one);
        if (one.answer) expect(again).toEqual(one.answer);
        else expect(await post(second.url, one)).toEqual(again);
      }
      await second.stop();

      const store = openEmbeddedStore({ folder });
      const engine = createEngine({ store, rulebook });
      const ledger = (await engine.load('ledger-2024-500112140')).data as LedgerState;
      for (const { caseId } of signatures) {
        const state = (await engine.load(`case-${caseId}`)).data as CaseState;
        expect(ledger.cases[caseId]?.reserved).toEqual(state.reserved);
      }
      expect(await checkReadModels({ store, file: join(folder, 'read-models.db') })).toEqual([]);
      await store.close();
    },
    120_000,
  );
});
