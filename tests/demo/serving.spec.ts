import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer, type Server } from '../../apps/api/src/server';

const SCRIPT = 'export const built = 1;\n';

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-web-'));
  const webFolder = join(folder, 'web');
  mkdirSync(join(webFolder, 'assets'), { recursive: true });
  mkdirSync(join(webFolder, '.vite'));
  writeFileSync(join(webFolder, 'index.html'), '<title>desk</title>');
  writeFileSync(join(webFolder, 'm.html'), '<title>phone</title>');
  writeFileSync(join(webFolder, 'icon.svg'), '<svg/>');
  writeFileSync(join(webFolder, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(webFolder, 'assets', 'desk-1a2b.js'), SCRIPT);
  writeFileSync(join(webFolder, 'assets', 'desk-1a2b.js.br'), brotliCompressSync(SCRIPT));
  const configuration = readConfiguration({ DATA_DIR: join(folder, 'data'), PORT: '0' });
  server = await startServer({ configuration, webFolder });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

/** As it goes over the wire; `fetch` would unpack it. */
function askRaw(path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ headers: Readonly<Record<string, unknown>>; body: Buffer }>((resolve, reject) => {
    const asked = request(`${server.url}${path}`, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}

describe('the built web', () => {
  it.each([
    ['/', 'desk'],
    ['/inbox?queue=done', 'desk'],
    ['/cases/2024-1b/history?rev=7', 'desk'],
    ['/m', 'phone'],
    ['/m/cases/2024-1b?as=V140-01', 'phone'],
  ])('answers %s with the page of the %s, asked anew each time', async (path, page) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      `<title>${page}</title>`,
    ]);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0');
    expect(answer.headers.get('etag')).toBeTruthy();
  });

  it('lets a page run its own scripts alone and be framed by nobody', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('keeps what is named after its content for good, packed for whoever can unpack it', async () => {
    const plain = await askRaw('/assets/desk-1a2b.js', {});
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.body.toString()).toBe(SCRIPT);
    const packed = await askRaw('/assets/desk-1a2b.js', { 'accept-encoding': 'br, gzip' });
    expect([packed.headers['content-encoding'], packed.headers['content-type']]).toEqual([
      'br',
      'application/javascript; charset=utf-8',
    ]);
    expect(brotliDecompressSync(packed.body).toString()).toBe(SCRIPT);
    expect((await askRaw('/icon.svg', {})).headers['cache-control']).toBe('public, max-age=0');
  });

  it.each([
    '/assets/gone-1a2b.js',
    '/favicon.ico',
    '/.vite/manifest.json',
    '/..%2fdata%2fmaster.key',
    '/assets/%2e%2e/%2e%2e/data/vault.db',
  ])('has no %s', async (path) => {
    const answer = await ask(path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it.each(['/api/nothing', '/API/cases', '/healthz/more'])(
    'leaves %s to the API, which has none',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([
        404,
        'urn:yihu:problem:not-found',
      ]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('is read and never written', async () => {
    expect((await ask('/inbox', { method: 'HEAD' })).status).toBe(200);
    expect((await ask('/inbox', { method: 'POST' })).status).toBe(404);
  });
});
