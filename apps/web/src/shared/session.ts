import { queryOptions, useQuery } from '@tanstack/react-query';
import type { DemoView, SessionView, SignedIn } from '@yihu/api-contract';
import { ask, give } from './api';
import { newKey } from './new-key';
import { forgetSessionToken, keepSessionToken, sessionToken } from './session-token';

/** Who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<SessionView>('/api/session', signal),
  staleTime: 60_000,
});

/** The demo this is, or `undefined` on a server where people sign in for themselves. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => ask<DemoView>('/api/demo', signal),
  staleTime: 60_000,
  retry: false,
});

export const useSession = () => useQuery({ ...sessionQuery, enabled: sessionToken() !== undefined });
export const useDemo = () => useQuery(demoQuery);

/** Becomes somebody of the demo. Everything on the screen was somebody else's, so the page begins anew. */
export async function signInAs(staffId: string): Promise<void> {
  forgetSessionToken();
  const { token } = await give<SignedIn>('/api/demo/sign-in', {
    key: newKey(),
    body: { staffId },
  });
  keepSessionToken(token);
}

/** A link may say as whom of the demo it is to be opened: `?as=T140-1`. */
export async function signInByLink(): Promise<void> {
  const address = new URL(location.href);
  const key = address.searchParams.get('as');
  if (key === null) return;
  // Where people sign in for themselves there is no demo, and a link into one is only a link.
  const demo = await ask<DemoView>('/api/demo').catch(() => undefined);
  const account = demo?.accounts.find((each) => each.key === key);
  if (account) await signInAs(account.staffId);
  address.searchParams.delete('as');
  history.replaceState(null, '', address);
}
