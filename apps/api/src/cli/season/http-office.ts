import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { commandIdOf, createStaffBook, Declined, type Office, type Upload } from './office';

/** As many as are at their screens at the same moment. */
const SOCKETS = 32;

/** An office whose screens speak HTTP. */
export function openOffice(url: string): Office {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const staff = createStaffBook();
  const sessions = new Map<string, Promise<string>>();
  const send = <Reply>(message: Message) => sendOver<Reply>(agent, url, message);

  const signIn = async (key: string): Promise<string> => {
    const body = jsonBody({ staffId: staff.idOf(key) });
    const reply = await send<{ token: string }>({ method: 'POST', path: '/api/demo/sign-in', ...body });
    return `Bearer ${reply.token}`;
  };
  const session = (key: string): Promise<string> => {
    const known = sessions.get(key) ?? signIn(key);
    sessions.set(key, known);
    return known;
  };

  return {
    ...staff,
    async post(post) {
      const { by, path, revision } = post;
      const { headers, body } = jsonBody(post.body);
      const own = {
        authorization: await session(by),
        'idempotency-key': commandIdOf(post),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      };
      return send({ method: 'POST', path, headers: { ...headers, ...own }, body });
    },
    async get(by, path) {
      return send({ method: 'GET', path, headers: { authorization: await session(by) } });
    },
    async upload({ by, path, ...file }) {
      const { headers, body } = formBody(file);
      const own = { authorization: await session(by), 'idempotency-key': commandIdOf({ by, path }) };
      return send({ method: 'POST', path, headers: { ...headers, ...own }, body });
    },
    close: () => agent.destroy(),
  };
}

interface Message {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body?: string | Buffer;
}

type Body = Required<Pick<Message, 'headers' | 'body'>>;

function jsonBody(value: object): Body {
  const body = JSON.stringify(value);
  return { headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }, body };
}

/** A file as the one field of a form. */
export function formBody({ field, fileName, bytes }: Pick<Upload, 'field' | 'fileName' | 'bytes'>): Body {
  const boundary = `yihu-${randomUUID()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${fileName}"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const type = `multipart/form-data; boundary=${boundary}`;
  return { headers: { 'content-type': type, 'content-length': body.length }, body };
}

function sendOver<Reply>(
  agent: Agent,
  url: string,
  { method, path, headers, body }: Message,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${url}${path}`, { method, agent, headers: headers ?? {} }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        try {
          const reply = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Reply;
          if (incoming.statusCode! < 300) resolve(reply);
          else reject(new Declined(`${method} ${path}`, incoming.statusCode!, reply as object));
        } catch (error) {
          reject(error as Error);
        }
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
