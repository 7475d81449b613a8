import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as contract from '@yihu/api-contract';
import { COMMAND_ROUTES, pathOfCommand, type CommandName } from '@yihu/api-contract';
import { ApiModule } from '../../apps/api/src/api.module';
import { readConfiguration } from '../../apps/api/src/configuration';
import { POLICY } from '../../apps/api/src/http/policy';
import { startServer } from '../../apps/api/src/server';
import { startOffice, type Office } from './office';
import { hashOf } from './steps';

let office: Office;

beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

const PUBLIC = ['/healthz', '/readyz', '/api/healthz', '/api/readyz', '/api/demo', '/api/demo/sign-in'];

interface Operation {
  readonly method: string;
  readonly path: string;
}

function operations(): readonly Operation[] {
  return Object.entries(office.server.openApi.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => ({ method: method.toUpperCase(), path })),
  );
}

/** A path that could be real, for one of the document's. */
function filled(path: string): string {
  return path
    .replace('{id}', `2024-${randomUUID()}`)
    .replace('{year}', '2024')
    .replace('{town}', '500112140');
}

/** The same path, written so that a careless router or guard would take it for another. */
function spellings(path: string): readonly string[] {
  return [
    path,
    `${path}/`,
    `/${path}`,
    path.replace(/\/([^/]*)$/, '//$1'),
    path.replace('/api/', '/API/'),
    `${path}?x=1`,
    `${path};x`,
    `${path}%2f`,
    `${path}%00`,
    `${path}/.`,
  ];
}

function verbsFor(method: string): readonly string[] {
  return method === 'GET' ? ['GET', 'HEAD'] : [method, 'HEAD', 'PUT', 'PATCH', 'DELETE'];
}

describe('OpenAPI', () => {
  it('has one POST for every command, two for those that go in batches, and two that take files', () => {
    const posts = operations().filter(({ method }) => method === 'POST');
    const commands = (Object.keys(COMMAND_ROUTES) as CommandName[]).map(pathOfCommand);
    const others = ['/api/cases/sign-as-town', '/api/cases/file-plan', '/api/demo/sign-in'];
    const uploads = ['/api/households/import', '/api/households/import-errors'];
    const expected = [...commands.map((path) => path.replace(':id', '{id}')), ...others, ...uploads];
    expect(posts.map(({ path }) => path).sort()).toEqual(expected.sort());
  });

  it('has no way to change anything but a POST (APR-07)', () => {
    expect([...new Set(operations().map(({ method }) => method))].sort()).toEqual(['GET', 'POST']);
  });

  it('describes every field of every request', () => {
    const schemas = office.server.openApi.components!.schemas as Readonly<
      Record<string, { properties?: object }>
    >;
    const requests = Object.entries(contract).filter(
      ([name, each]) => typeof each === 'function' && /Dto$/.test(name),
    );
    for (const [name, request] of requests) {
      const prototype = (request as { prototype: object }).prototype;
      const fields = (Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) as string[]).map(
        (field) => field.slice(1),
      );
      expect({ name, fields: Object.keys(schemas[name]?.properties ?? {}).sort() }).toEqual({
        name,
        fields: fields.sort(),
      });
    }
  });

  it('is served, with a page to read it that runs nothing from elsewhere', async () => {
    const document = await office.send<{ openapi: string }>('/api/openapi.json');
    expect([document.status, document.body.openapi]).toEqual([200, '3.0.0']);
    const page = await office.send<string>('/api/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await office.send('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});

describe('who gets in', () => {
  it('every route has a policy', () => {
    const { controllers = [] } = ApiModule.over(office.server as never, { demo: true });
    for (const controller of controllers) {
      const prototype = controller.prototype as Record<string, object>;
      const handlers = Object.getOwnPropertyNames(prototype)
        .filter((name) => name !== 'constructor')
        .filter((name) => Reflect.hasMetadata('path', prototype[name]!));
      expect(handlers.length).toBeGreaterThan(0);
      for (const name of handlers) {
        const policy =
          Reflect.getMetadata(POLICY, prototype[name]!) ?? Reflect.getMetadata(POLICY, controller);
        expect({ name, policy }).toEqual({
          name,
          policy: expect.stringMatching(/^(public|signed-in|rulebook)$/),
        });
      }
    }
  });

  it('no spelling of a path gets around the guard (CVE-2026-33011, CVE-2026-54281)', async () => {
    const before = await office.eventCount();
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': '"0"',
    };
    const closed = operations().filter(({ path }) => !PUBLIC.includes(path));
    const asked = closed.flatMap(({ method, path }) =>
      spellings(filled(path)).flatMap((spelling) => verbsFor(method).map((verb) => ({ verb, spelling }))),
    );
    const open: object[] = [];
    // So many at a time that a busy machine does not drop a connection.
    for (let from = 0; from < asked.length; from += 100) {
      const answers = asked.slice(from, from + 100).map(async ({ verb, spelling }) => {
        const body = ['GET', 'HEAD'].includes(verb) ? {} : { body: '{}' };
        const { status } = await office.send(spelling, { method: verb, headers, ...body });
        return { verb, spelling, isClosed: status === 401 || status === 404, status };
      });
      open.push(...(await Promise.all(answers)).filter((answer) => !answer.isClosed));
    }
    expect(open).toEqual([]);
    expect(await office.eventCount()).toBe(before);
  }, 120_000);

  it.each([
    ['none'],
    ['Bearer'],
    ['Bearer '],
    [`Bearer ${'x'.repeat(43)}`],
    [`Bearer ${hashOf('x')}`],
    ['Basic YTpi'],
  ])('%s is no session', async (authorization) => {
    const reply = await office.send('/api/session', { headers: { authorization } });
    expect([reply.status, reply.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(reply.body).toEqual({ type: 'urn:yihu:problem:unauthenticated', title: '请先登录', status: 401 });
  });

  it('a session ends', async () => {
    const { vault } = office.server;
    const token = vault.sessions.create(
      office.idOf('supervisor'),
      new Date('2024-03-01T01:00:00.000Z'),
      1000,
    );
    const headers = { authorization: `bearer ${token}` };
    expect((await office.send('/api/session', { headers })).status).toBe(200);
    vault.sessions.end(token);
    expect((await office.send('/api/session', { headers })).status).toBe(401);
  });

  it('nobody signs in without a password but on a demo server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yihu-http-'));
    const server = await startServer({ configuration: readConfiguration({ DATA_DIR: folder, PORT: '0' }) });
    try {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ staffId: 'test-admin' });
      const response = await fetch(`${server.url}/api/demo/sign-in`, { method: 'POST', headers, body });
      expect(response.status).toBe(404);
      expect(Object.keys(server.openApi.paths)).not.toContain('/api/demo/sign-in');
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('nobody signs in as someone who is not there', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ staffId: 'nobody' });
    expect((await office.send('/api/demo/sign-in', { method: 'POST', headers, body })).status).toBe(404);
  });
});

describe('what every answer is like', () => {
  it('whoever is signed in is told who they are', async () => {
    const { body } = await office.get('leader', '/api/session');
    expect(body).toEqual({
      now: '2024-03-01T01:00:00.000Z',
      programmes: [],
      staffId: office.idOf('leader'),
      office: '茨竹镇人民政府',
      unit: '500112140',
      name: '演示leader',
      grants: [{ role: 'town-leader', territory: '500112140' }],
    });
  });

  it('nothing is kept by browsers, and nothing frames or guesses', async () => {
    const { headers } = await office.get('leader', '/api/session');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each([
    ['/api/nothing', 404, 'not-found'],
    ['/api/programmes/1999', 404, 'not-found'],
    ['/api/programmes/2024/towns/__proto__', 404, 'not-found'],
    ['/api/cases/%E0%A4%A', 400, 'unreadable'],
    [`/api/cases/${encodeURIComponent('2024-演示')}`, 404, 'not-found'],
    [`/api/payments/${'x'.repeat(200)}`, 414, 'unreadable'],
    ['/api/summaries/2024-500112140', 404, 'not-found'],
    ['/api/notices/2024-500112140-plan', 404, 'not-found'],
  ])('%s is answered with a problem', async (path, status, kind) => {
    const reply = await office.get<{ type: string }>('leader', path);
    expect([reply.status, reply.headers.get('content-type'), reply.body.type]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      `urn:yihu:problem:${kind}`,
    ]);
  });

  it('health, readiness and figures', async () => {
    expect((await office.send('/healthz')).body).toEqual({ status: 'ok' });
    expect((await office.send('/api/readyz')).body).toEqual({
      ready: true,
      store: 'ok',
      projector: 'live',
      parked: [],
    });
    const metrics = await office.get<string>('leader', '/metrics');
    expect(metrics.body).toMatch(/^yihu_commands_total \d+$/m);
  });

  it('the front page says what this is', async () => {
    const page = await office.send<string>('/');
    expect([page.status, page.body.includes('到户到人'), page.body.includes('/api/docs')]).toEqual([
      200,
      true,
      true,
    ]);
  });
});
