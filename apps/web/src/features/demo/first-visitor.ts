import type { DemoView } from '@yihu/api-contract';
import { ask } from '../../shared/api';
import { signInAs } from '../../shared/session';
import { sessionToken } from '../../shared/session-token';
import { accountOf } from './visitor';

/** The first visitor of a demo looks as whoever signs at the desk, so that what is shown is real. */
export async function signInFirstVisitor(): Promise<void> {
  if (sessionToken() !== undefined || location.pathname !== '/') return;
  // A server where people sign in for themselves has no demo; the page then says so.
  const demo = await ask<DemoView>('/api/demo').catch(() => undefined);
  const account = demo && accountOf(demo, 'town-cadre');
  if (account) await signInAs(account.staffId);
}
