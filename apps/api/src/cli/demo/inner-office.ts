import type { InjectOptions } from 'fastify';
import { currentPlan, type CaseState } from '@yihu/domain';
import type { InnerServer } from '../../server';
import type { CaseScreen } from '../season/case-desk';
import { formBody } from '../season/http-office';
import { commandIdOf, createStaffBook, Declined, type Office } from '../season/office';
import { createInnerDesk } from './inner-desk';

/** Where the screen of one case is asked for. */
const CASE = /^\/api\/cases\/([^/?]+)$/;

/** An office whose people sit in the server's own process. */
export function openInnerOffice(server: InnerServer): Office {
  const staff = createStaffBook();
  const give = createInnerDesk(server);
  const sessions = new Map<string, Promise<string>>();

  const send = async <Reply>(message: InjectOptions): Promise<Reply> => {
    const { statusCode, payload } = await server.inject(message);
    const reply = JSON.parse(payload) as Reply;
    if (statusCode >= 300) throw new Declined(JSON.stringify(message), statusCode, reply as object);
    return reply;
  };
  const signIn = async (key: string): Promise<string> => {
    const payload = { staffId: staff.idOf(key) };
    const { token } = await send<{ token: string }>({ method: 'POST', url: '/api/demo/sign-in', payload });
    return `Bearer ${token}`;
  };
  const session = (key: string): Promise<string> => {
    const known = sessions.get(key) ?? signIn(key);
    sessions.set(key, known);
    return known;
  };

  return {
    ...staff,
    async post<Reply>(post: Parameters<Office['post']>[0]): Promise<Reply> {
      const { by, path, body, revision } = post;
      const command = { path, body, actorId: staff.idOf(by), commandId: commandIdOf(post) };
      return (await give({ ...command, seenRevision: revision })) as Reply;
    },
    async get<View>(by: string, url: string): Promise<View> {
      const caseId = CASE.exec(url)?.[1];
      if (caseId !== undefined) return (await caseScreen(server, caseId)) as View;
      return send({ method: 'GET', url, headers: { authorization: await session(by) } });
    },
    async upload({ by, path, ...file }) {
      const { headers, body } = formBody(file);
      const own = { authorization: await session(by), 'idempotency-key': commandIdOf({ by, path }) };
      return send({ method: 'POST', url: path, headers: { ...headers, ...own }, payload: body });
    },
    close: () => undefined,
  };
}

/** What is read off a case's screen. The whole screen also asks every rule about every command, for nobody here. */
async function caseScreen({ engine }: InnerServer, caseId: string): Promise<CaseScreen> {
  const { data, revision } = await engine.load(`case-${caseId}`);
  const state = data as CaseState;
  const plan = currentPlan(state);
  const { acceptance, recoveries } = state;
  return { revision, recoveries, ...(plan && { plan }), ...(acceptance && { acceptance }) };
}
