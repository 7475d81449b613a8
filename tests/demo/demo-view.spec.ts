import type { DemoView } from '@yihu/api-contract';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer } from '../../apps/api/src/server';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOffice, type Office } from '../http/office';
import { openTown } from '../http/steps';

let office: Office;

beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

describe('GET /api/demo', () => {
  it('knows nothing before there is a programme, and everything after', async () => {
    expect((await office.send('/api/demo')).status).toBe(404);
    await openTown(office, 3);
    const { status, body } = await office.send<DemoView>('/api/demo');
    expect([status, body.year, body.towns, body.households, body.quotaFen]).toEqual([
      200, 2024, 1, 3, 900_000,
    ]);
    expect(body.deadlines).toEqual({ completion: '2024-06-15', noticePhotos: '2024-06-30' });
  });

  it('offers one of each role where nobody noted whom to be, the village on the phone', async () => {
    const { body } = await office.send<DemoView>('/api/demo');
    expect(body.accounts.map(({ role, surface }) => [role, surface])).toEqual([
      ['village-cadre', 'phone'],
      ['town-cadre', 'desk'],
      ['town-leader', 'desk'],
      ['bureau', 'desk'],
      ['town-finance', 'desk'],
      ['supervisor', 'desk'],
      ['administrator', 'desk'],
    ]);
    for (const { staffId } of body.accounts) {
      const headers = { 'content-type': 'application/json' };
      const signIn = { method: 'POST', headers, body: JSON.stringify({ staffId }) };
      expect((await office.send('/api/demo/sign-in', signIn)).status).toBe(200);
    }
  });

  it('follows the demo’s clock', async () => {
    office.setClock('2024-06-13T01:20:00.000Z');
    expect((await office.send<DemoView>('/api/demo')).body.now).toBe('2024-06-13T01:20:00.000Z');
  });

  it('is nowhere but on a demo server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yihu-demo-'));
    const server = await startServer({ configuration: readConfiguration({ DATA_DIR: folder, PORT: '0' }) });
    try {
      expect((await fetch(`${server.url}/api/demo`)).status).toBe(404);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });
});
