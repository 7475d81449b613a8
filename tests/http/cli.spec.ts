import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'infra/run.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  });
}

async function ended(child: ChildProcess): Promise<Ended> {
  const texts = { out: '', err: '' };
  child.stdout!.on('data', (chunk: Buffer) => (texts.out += chunk.toString('utf8')));
  child.stderr!.on('data', (chunk: Buffer) => (texts.err += chunk.toString('utf8')));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, ...texts };
}

const run = (...args: readonly string[]) => ended(start(args));

/** Waits until the child has printed something like this. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const found = pattern.exec(text);
      if (found) resolve(found[1]!);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

const person = ['--name', '演示甲', '--office', '区大数据中心', '--unit', '500112'] as const;

describe('the command line', () => {
  it.each([
    [[]],
    [['frob']],
    [['__proto__']],
    [['serve', '--frob']],
    [['appoint-administrator', '--name', 'x']],
  ])('%j is answered with how it is used', async (args) => {
    const { exitCode, out, err } = await run(...args);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('yihu serve [--data-dir <folder>]');
  });

  it.each([
    [['serve', '--port', 'x'], /^yihu serve: PORT must be [^\n]+\n$/],
    [['events', '--data-dir', '/nowhere/at/all'], /^yihu events: \/nowhere\/at\/all holds no events\.\n$/],
    [['demo-server'], /^yihu demo-server: A demo server is started by another command[^\n]+\n$/],
  ])('%j is answered with one clear line', async (args, line) => {
    const { exitCode, out, err } = await run(...args);
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toMatch(line);
  });

  it('appoints two administrators, and no third', async () => {
    const replies = [];
    for (let each = 0; each < 3; each += 1) {
      replies.push(await run('appoint-administrator', '--data-dir', folder, ...person));
    }
    expect(replies.map((reply) => reply.exitCode)).toEqual([0, 0, 1]);
    expect(replies[0]!.out).toMatch(/^[0-9a-f-]{36}\n$/);
    expect(replies[2]!.err).toContain('2 administrators already');
  });

  it('prints events and nothing else, each as one line with its keys in order', async () => {
    const { exitCode, out, err } = await run('events', '--data-dir', folder);
    expect([exitCode, err]).toEqual([0, '']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line['type'])).toEqual([
      'StaffRegistered',
      'RoleGranted',
      'StaffRegistered',
      'RoleGranted',
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(['position', 'stream', 'revision', 'id', 'type', 'data', 'metadata']);
    }
    expect(out).not.toContain('演示甲');
  });

  it('fills the read models anew and compares them', async () => {
    expect((await run('rebuild', '--data-dir', folder)).out).toMatch(/^Read models filled from 4 events/);
    const { exitCode, out } = await run('rebuild', '--data-dir', folder, '--check');
    expect([exitCode, out]).toEqual([0, 'The read models are what the events say.\n']);
  });

  it('serves until it is told to stop; meanwhile events can be read and nothing else can write', async () => {
    const server = start(['serve'], { DATA_DIR: folder, PORT: '0' });
    const url = await printed(server, /listens on (\S+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    for (const command of [['serve', '--port', '0'], ['rebuild'], ['appoint-administrator', ...person]]) {
      const { exitCode, err } = await run(...command, '--data-dir', folder);
      expect([exitCode, err]).toEqual([
        1,
        `yihu ${command[0]}: The folder ${folder} is in use by another process.\n`,
      ]);
    }
    expect((await run('events', '--data-dir', folder)).out.split('\n')).toHaveLength(5);
    server.kill('SIGTERM');
    expect((await once(server, 'exit'))[0]).toBe(0);
  });
});

describe('a demo server', () => {
  interface Message {
    readonly type: string;
    readonly [detail: string]: unknown;
  }

  function startDemo(): ChildProcess {
    const bundle = join(ROOT, 'dist/apps/api/yihu.js');
    const args = ['demo-server', '--data-dir', join(folder, 'demo'), '--port', '0'];
    return fork(bundle, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  async function told(child: ChildProcess, type: string, message?: object): Promise<Message> {
    if (message) child.send(message);
    for (;;) {
      const [answer] = (await once(child, 'message')) as [Message];
      if (answer.type === type) return answer;
    }
  }

  it('keeps the time of its parent, appoints for it, and stops with it', async () => {
    const child = startDemo();
    const { url } = (await told(child, 'listening')) as Message & { url: string };
    const now = '2024-03-01T01:00:00.000Z';
    expect(await told(child, 'clock-set', { type: 'clock', now })).toEqual({ type: 'clock-set', now });
    const staff = { staffId: 'admin-1', name: '演示', office: '办', unit: '500112' };
    const appointed = { type: 'appointed', staffId: 'admin-1', revision: 1 };
    expect(await told(child, 'appointed', { type: 'appoint', staff })).toEqual(appointed);
    expect(await told(child, 'appointed', { type: 'appoint', staff })).toEqual(appointed);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ staffId: 'admin-1' });
    expect((await fetch(`${url}/api/demo/sign-in`, { method: 'POST', headers, body })).status).toBe(200);
    const { stats } = (await told(child, 'stats', { type: 'stats' })) as Message & {
      stats: Record<string, number>;
    };
    expect(stats).toMatchObject({ commands: 2, requests: 1 });
    child.send({ type: 'stop' });
    expect((await once(child, 'exit'))[0]).toBe(0);
    const { out } = await run('events', '--data-dir', join(folder, 'demo'));
    expect(JSON.parse(out.split('\n')[0]!)).toMatchObject({ metadata: { recordedAt: now } });
  });

  it('ends when its parent is gone', async () => {
    const child = startDemo();
    await told(child, 'listening');
    child.disconnect();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
