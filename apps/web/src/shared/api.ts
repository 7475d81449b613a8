import type { Problem } from '@yihu/api-contract';
import { currentLanguage } from './language';
import { sessionToken } from './session-token';

/** What the server answered instead of doing it, in the person's own language. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

/** Nobody answered. Whether it was done is not known, and asking again with the same key is safe. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export interface Given {
  /** A UUID, the same for every try of one wish. */
  readonly key: string;
  readonly body: object;
  /** The revision on the person's screen. */
  readonly revision?: number;
}

/** Reads what is. Throws `ApiProblem` or `Unreachable`. */
export function ask<View>(path: string, signal?: AbortSignal): Promise<View> {
  return send<View>(path, { method: 'GET', ...(signal && { signal }) });
}

/** Gives a command. Throws `ApiProblem` or `Unreachable`. */
export function give<Reply>(path: string, { key, body, revision }: Given): Promise<Reply> {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(revision !== undefined && { 'if-match': `"${revision}"` }),
  };
  return send<Reply>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function send<Reply>(path: string, request: RequestInit): Promise<Reply> {
  const token = sessionToken();
  const headers = {
    'accept-language': currentLanguage(),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...request.headers,
  };
  const response = await fetch(path, { ...request, headers }).catch((error: unknown) => {
    throw new Unreachable(path, { cause: error });
  });
  const content = response.headers.get('content-type') ?? '';
  if (!content.includes('json')) throw new Unreachable(`${path} answered ${response.status} without JSON`);
  const reply: unknown = await response.json();
  if (!response.ok) throw new ApiProblem(reply as Problem);
  return reply as Reply;
}
