import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer, type Server } from '../../apps/api/src/server';
import { appointAdministrator } from '../../apps/api/src/staff/appoint';
import { machineClock } from '../../apps/api/src/clock';

let folder: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-start-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const server = await startServer({
    configuration: readConfiguration({ DATA_DIR: folder, PORT: '0', ...environment }),
  });
  servers.push(server);
  return server;
}

async function stop(): Promise<void> {
  await servers.pop()!.close();
}

/** A server that was used: it has one event and the key of one person. */
async function startUsed(): Promise<Server> {
  const server = await start();
  const staff = { staffId: 'first', name: '演示', office: '办', unit: '500112' };
  await appointAdministrator({ ...server, clock: machineClock }, staff, randomUUID());
  return server;
}

describe('starting on a folder', () => {
  it('that is empty makes a master key for its owner alone', async () => {
    const server = await start();
    expect(server.masterKeyCreated).toBe(true);
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    await stop();
    expect((await start()).masterKeyCreated).toBe(false);
  });

  it('that another server has is refused, and the other goes on', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ name: 'FolderLocked', folder });
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  });

  it('whose port is taken lets the folder go again', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    const other = mkdtempSync(join(tmpdir(), 'yihu-start-'));
    await expect(start({ DATA_DIR: other, PORT: port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await start({ DATA_DIR: other });
    await stop();
    rmSync(other, { recursive: true });
  });

  it.each<[string, () => void, string]>([
    ['cut short', () => writeFileSync(join(folder, 'master.key'), 'x'), 'MasterKeyDamaged'],
    ['open to others', () => chmodSync(join(folder, 'master.key'), 0o644), 'MasterKeyDamaged'],
    [
      'of another vault',
      () => writeFileSync(join(folder, 'master.key'), Buffer.alloc(32, 'key')),
      'MasterKeyMismatch',
    ],
    ['gone', () => rmSync(join(folder, 'master.key')), 'MasterKeyMissing'],
  ])('whose master key is %s is refused, and left as it is', async (_what, damage, name) => {
    await startUsed();
    await stop();
    damage();
    const key = existsSync(join(folder, 'master.key')) ? readFileSync(join(folder, 'master.key')) : undefined;
    await expect(start()).rejects.toMatchObject({ name });
    await expect(start()).rejects.toMatchObject({ name });
    if (key) expect(readFileSync(join(folder, 'master.key'))).toEqual(key);
    else expect(existsSync(join(folder, 'master.key'))).toBe(false);
  });

  it('whose vault is lost is refused each time, since a new one would open nothing', async () => {
    await startUsed();
    await stop();
    renameSync(join(folder, 'vault.db'), join(folder, 'elsewhere.db'));
    await expect(start()).rejects.toMatchObject({ name: 'VaultLost' });
    await expect(start()).rejects.toMatchObject({ name: 'VaultLost' });
    renameSync(join(folder, 'elsewhere.db'), join(folder, 'vault.db'));
    await start();
  });

  it('whose read models are gone fills them again', async () => {
    await startUsed();
    await stop();
    for (const name of ['read-models.db', 'read-models.db-wal', 'read-models.db-shm']) {
      rmSync(join(folder, name), { force: true });
    }
    const server = await start();
    await server.projector.caughtUp();
    expect(await server.projector.waitFor('staff-first', 1, 0)).toBe(true);
  });

  it('may have the events elsewhere, and locks both places', async () => {
    const events = mkdtempSync(join(tmpdir(), 'yihu-events-'));
    await start({ EVENT_STORE_URL: `file:${events}` });
    expect(existsSync(join(events, 'events.db'))).toBe(true);
    await expect(start({ EVENT_STORE_URL: `file:${folder}-other` })).rejects.toMatchObject({
      name: 'FolderLocked',
    });
    await expect(
      start({ DATA_DIR: `${folder}-other`, EVENT_STORE_URL: `file:${events}` }),
    ).rejects.toMatchObject({
      name: 'FolderLocked',
    });
    rmSync(`${folder}-other`, { recursive: true, force: true });
    rmSync(events, { recursive: true, force: true });
  });
});
