import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../apps/api/src/configuration';
import type { LogEntry } from '../../apps/api/src/log';
import { startServer, type Server } from '../../apps/api/src/server';
import type { DemoNotes } from '../../apps/api/src/session/demo-notes';
import { appointAdministrator } from '../../apps/api/src/staff/appoint';
import { cast, type Person } from './cast';

/** What a request says beside its body. */
export interface RequestOptions {
  /** The idempotency key; a new one by default, and none for `null`. */
  readonly key?: string | null;
  /** The revision for `If-Match`, or the header as it is to be sent. */
  readonly ifMatch?: number | string;
  readonly language?: string;
}

export interface Reply<Body = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A server over a folder of its own, and the people who work with it. */
export interface Office {
  readonly server: Server;
  readonly folder: string;
  readonly log: readonly LogEntry[];
  /** Moves the office's clock. */
  setClock(now: string): void;
  idOf(person: Person): string;
  post<Body>(person: Person, path: string, body: unknown, options?: RequestOptions): Promise<Reply<Body>>;
  get<Body>(person: Person, path: string, options?: RequestOptions): Promise<Reply<Body>>;
  /** Any request at all, signed in as nobody unless a token is given. */
  send<Body>(path: string, init?: RequestInit): Promise<Reply<Body>>;
  tokenOf(person: Person): string;
  eventCount(): Promise<number>;
  close(): Promise<void>;
}

/** The day on which the office begins. */
const MORNING = '2024-03-01T01:00:00.000Z';

export interface OfficeOptions {
  /** The built web that is served as well. */
  readonly webFolder?: string;
  /** Where the events go, when not into the office's folder. */
  readonly eventStoreUrl?: string;
  /** What the demo tells its visitors. */
  readonly demo?: DemoNotes;
}

/** Starts a server in an empty folder, with everyone of the cast registered and signed in. */
export async function startOffice({ eventStoreUrl, ...options }: OfficeOptions = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-http-'));
  const log: LogEntry[] = [];
  let now = new Date(MORNING);
  const clock = () => now;
  const configuration = readConfiguration({
    DATA_DIR: folder,
    PORT: '0',
    EVENT_STORE_URL: eventStoreUrl,
  });
  const server = await startServer({
    configuration,
    clock,
    demo: true,
    log: (entry) => log.push(entry),
    ...options,
  });
  const ids = new Map<Person, string>();
  const tokens = new Map<Person, string>();

  async function send<Body>(path: string, init: RequestInit = {}): Promise<Reply<Body>> {
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = (isJson && text !== '' ? JSON.parse(text) : text) as Body;
    return { status: response.status, headers: response.headers, body };
  }

  const office: Office = {
    server,
    folder,
    log,
    setClock: (moment) => void (now = new Date(moment)),
    idOf: (person) => ids.get(person)!,
    tokenOf: (person) => tokens.get(person)!,
    post: (person, path, body, options = {}) =>
      send(path, {
        method: 'POST',
        headers: { ...headersOf(tokens.get(person), options), 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (person, path, options = {}) => send(path, { headers: headersOf(tokens.get(person), options) }),
    send,
    eventCount: async () => (await server.store.readAll({ limit: 100_000 })).length,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  const signIn = async (person: Person, staffId: string) => {
    ids.set(person, staffId);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ staffId });
    const reply = await send<{ token: string }>('/api/demo/sign-in', { method: 'POST', headers, body });
    tokens.set(person, reply.body.token);
  };

  for (const person of ['admin', 'otherAdmin'] as const) {
    const staffId = `test-${person}`;
    await appointAdministrator(
      { ...server, clock },
      { staffId, name: person, ...cast[person] },
      randomUUID(),
    );
    await signIn(person, staffId);
  }
  for (const [person, { office: title, unit, role }] of Object.entries(cast)) {
    if (role === 'administrator') continue;
    const body = { name: `演示${person}`, office: title, unit };
    const registered = must(await office.post<Answer>('admin', '/api/staff/register', body));
    const granting = { role, territory: unit };
    const ifMatch = registered.revision;
    must(await office.post('otherAdmin', `/api/staff/${registered.id}/grant-role`, granting, { ifMatch }));
    await signIn(person as Person, registered.id);
  }
  return office;
}

/** What a command answers. */
export interface Answer {
  readonly id: string;
  readonly stream: string;
  readonly commandId: string;
  readonly revision: number;
  readonly stage: string;
  readonly facts: readonly { readonly type: string }[];
}

/** The body of a reply that must be a good one. */
export function must<Body>(reply: Reply<Body>): Body {
  if (reply.status >= 300) throw new Error(`answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

function headersOf(
  token: string | undefined,
  { key, ifMatch, language }: RequestOptions,
): Record<string, string> {
  return {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(key !== null && { 'idempotency-key': key ?? randomUUID() }),
    ...(ifMatch !== undefined && { 'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch }),
    ...(language !== undefined && { 'accept-language': language }),
  };
}
