import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseView } from '@yihu/api-contract';
import { createServerPlace, type ServerPlace } from '@yihu/event-store/testing';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer, type Server } from '../../apps/api/src/server';
import { TOWN, type Person } from '../http/cast';
import { must, startOffice, type Answer, type Office } from '../http/office';
import { openTown, signature, signAsVillage } from '../http/steps';

const ROUNDS = process.env['YIHU_LONG'] ? 200 : 20;
const SUBSIDY_FEN = 100_000;

let place: ServerPlace;
let office: Office;
let folder: string;
let second: Server;

/** Two servers with their own read models on one store of events; the vault of the first is both's. */
beforeEach(async () => {
  place = await createServerPlace();
  office = await startOffice({ eventStoreUrl: place.server.url });
  folder = mkdtempSync(join(tmpdir(), 'yihu-second-'));
  const configuration = readConfiguration({
    DATA_DIR: folder,
    PORT: '0',
    EVENT_STORE_URL: place.server.url,
    VAULT_URL: `file:${join(office.folder, 'vault.db')}`,
    MASTER_KEY_FILE: join(office.folder, 'master.key'),
  });
  second = await startServer({
    configuration,
    demo: true,
    clock: () => new Date('2024-03-01T01:00:00.000Z'),
  });
}, 60_000);

afterEach(async () => {
  await second.close();
  await office.close();
  await place.remove();
  rmSync(folder, { recursive: true, force: true });
});

const headers = (person: Person) => ({ authorization: `Bearer ${office.tokenOf(person)}` });

async function post(url: string, person: Person, path: string, body: object, ifMatch: number) {
  const reply = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      ...headers(person),
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': `"${ifMatch}"`,
    },
    body: JSON.stringify(body),
  });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Answer };
}

async function view(url: string, caseId: string): Promise<CaseView> {
  const reply = await fetch(`${url}/api/cases/${caseId}`, { headers: headers('townCadre') });
  return (await reply.json()) as CaseView;
}

it(`of two cadres on two servers one signs, ${ROUNDS} times, and each reads what it just wrote (F10)`, async () => {
  const [caseId] = await openTown(office, 1);
  await signAsVillage(office, caseId!, SUBSIDY_FEN);
  const urls = [office.server.url, second.url];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { body, ifMatch } = await signature(office, caseId!);
    const order = round % 2 === 0 ? urls : [...urls].reverse();
    const path = `/api/cases/${caseId}`;
    const replies = await Promise.all(
      order.map((url) => post(url, 'townCadre', `${path}/sign-as-town`, body, ifMatch)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = replies.findIndex(({ status }) => status === 200);
    const { revision } = replies[winner]!.body;
    // Read your writes: whoever asks the server that answered sees what it answered.
    expect(await view(order[winner]!, caseId!)).toMatchObject({ stage: 'cadre-signed', revision });
    const other = order[1 - winner]!;
    const undone = must(
      await post(other, 'townCadre', `${path}/withdraw-town-signature`, { reason: '再核对' }, revision),
    );
    expect(await view(other, caseId!)).toMatchObject({ stage: 'drafted', revision: undone.revision });
    await office.server.projector.waitFor(`case-${caseId}`, undone.revision, 5_000);
  }
  const ledger = await second.engine.load(`ledger-2024-${TOWN}`);
  expect(ledger.data).toMatchObject({ reserved: { subsidyFen: 0, rewardFen: 0 } });
}, 300_000);
