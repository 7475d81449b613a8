import { Agent, request as httpRequest } from 'node:http';
import { v5 as uuidV5 } from 'uuid';

/** Every command id of the season is made from this and what the command is about, so a season can be told again. */
const SEASON_ID = '6f1f6a3e-7a55-5d0c-9b53-2f0d2f5f2024';

const SOCKETS = 16;

export interface Answer {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly stage: string;
}

export interface Post {
  readonly by: string;
  readonly path: string;
  readonly body: object;
  /** Tells apart what one person posts to one path: a household's code, or a second draft. */
  readonly again?: string;
  /** The revision on the actor's screen; left out for a subject that does not exist yet. */
  readonly revision?: number;
}

/** The season's people at their screens: one HTTP client, a session for each person. */
export interface Office {
  post<Reply = Answer>(post: Post): Promise<Reply>;
  get<View>(by: string, path: string): Promise<View>;
  /** Introduces a person under the key of the staff file. */
  know(key: string, staffId: string): void;
  idOf(key: string): string;
  close(): void;
}

export function openOffice(url: string): Office {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const staffIds = new Map<string, string>();
  const sessions = new Map<string, Promise<string>>();

  const idOf = (key: string): string => {
    const staffId = staffIds.get(key);
    if (!staffId) throw new Error(`nobody is known as ${key}`);
    return staffId;
  };
  const signIn = async (key: string): Promise<string> => {
    const body = { staffId: idOf(key) };
    const reply = await send<{ token: string }>(agent, url, 'POST', '/api/demo/sign-in', {}, body);
    return reply.token;
  };
  const session = (key: string): Promise<string> => {
    const known = sessions.get(key) ?? signIn(key);
    sessions.set(key, known);
    return known;
  };

  return {
    async post({ by, path, body, again = '', revision }) {
      const key = uuidV5(`${path} ${by} ${again} ${revision ?? ''}`, SEASON_ID);
      const headers = {
        authorization: `Bearer ${await session(by)}`,
        'idempotency-key': key,
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      };
      return send(agent, url, 'POST', path, headers, body);
    },
    async get(by, path) {
      return send(agent, url, 'GET', path, { authorization: `Bearer ${await session(by)}` });
    },
    know: (key, staffId) => void staffIds.set(key, staffId),
    idOf,
    close: () => agent.destroy(),
  };
}

/** Does something for every item, at most so many at a time, and gives the results in order. */
export async function forEach<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = SOCKETS,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

function send<Reply>(
  agent: Agent,
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<Reply> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const content =
    text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      `${url}${path}`,
      { method, agent, headers: { ...headers, ...content } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const reply = Buffer.concat(chunks).toString('utf8');
          if (incoming.statusCode! < 300) resolve(JSON.parse(reply) as Reply);
          else reject(new Error(`${method} ${path} answered ${incoming.statusCode}: ${reply}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}
