import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './frame';
import { NoSuchPage } from './no-such-page';

const root = createRootRoute({ component: Frame });

/** What an address of a list carries, so that a link opens the same list. */
export interface InboxSearch {
  readonly queue?: 'todo' | 'done';
  readonly task?: string;
  readonly village?: string;
  readonly text?: string;
  /** What is open beside the list, by its kind and id. */
  readonly open?: string;
  /** Many of one task are decided together. */
  readonly batch?: true;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

function inboxSearch(search: Record<string, unknown>): InboxSearch {
  const [task, village, words, open] = ['task', 'village', 'text', 'open'].map((name) => text(search[name]));
  return {
    ...(search['queue'] === 'done' && { queue: 'done' as const }),
    ...(task !== undefined && { task }),
    ...(village !== undefined && { village }),
    ...(words !== undefined && { text: words }),
    ...(open !== undefined && { open }),
    ...(search['batch'] === true && { batch: true as const }),
  };
}

/** Which batches a list of payments shows. */
export interface PaymentsSearch {
  readonly town?: string;
  readonly tranche?: 1 | 2;
  readonly status?: string;
}

function paymentsSearch(search: Record<string, unknown>): PaymentsSearch {
  const [town, status] = [text(search['town']), text(search['status'])];
  const tranche = Number(search['tranche']);
  return {
    ...(town !== undefined && { town }),
    ...((tranche === 1 || tranche === 2) && { tranche }),
    ...(status !== undefined && { status }),
  };
}

/** Whose notice is open, and which of its two. */
export interface NoticesSearch {
  readonly unit?: string;
  readonly kind?: 'plan' | 'result';
}

function noticesSearch(search: Record<string, unknown>): NoticesSearch {
  const [unit, kind] = [text(search['unit']), search['kind']];
  return {
    ...(unit !== undefined && { unit }),
    ...((kind === 'plan' || kind === 'result') && { kind }),
  };
}

const firstVisit = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./first-visit'), 'FirstVisit'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('./inbox'), 'Inbox'),
});
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./one-case'), 'OneCase'),
});
const history = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/history',
  validateSearch: (search: Record<string, unknown>): { rev?: number } => {
    const revision = Number(search['rev']);
    return search['rev'] !== undefined && Number.isInteger(revision) ? { rev: revision } : {};
  },
  component: lazyRouteComponent(() => import('./case-history'), 'CaseHistory'),
});
const summary = createRoute({
  getParentRoute: () => root,
  path: '/towns/$town/summary',
  validateSearch: (search: Record<string, unknown>): { sheet?: number } => {
    const sheet = Number(search['sheet']);
    return search['sheet'] !== undefined && Number.isInteger(sheet) ? { sheet } : {};
  },
  component: lazyRouteComponent(() => import('./town-summary'), 'TownSummary'),
});
const district = createRoute({
  getParentRoute: () => root,
  path: '/district',
  component: lazyRouteComponent(() => import('./district'), 'District'),
});
const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: paymentsSearch,
  component: lazyRouteComponent(() => import('./payments'), 'Payments'),
});
const onePayment = createRoute({
  getParentRoute: () => root,
  path: '/payments/$paymentId',
  component: lazyRouteComponent(() => import('./one-payment'), 'OnePayment'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('./notices'), 'Notices'),
});

const tree = root.addChildren([
  firstVisit,
  inbox,
  oneCase,
  history,
  summary,
  district,
  payments,
  onePayment,
  notices,
]);

export const createDeskRouter = () =>
  createRouter({ routeTree: tree, defaultPreload: 'intent', defaultNotFoundComponent: NoSuchPage });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
