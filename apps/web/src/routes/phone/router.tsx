import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { PhoneFrame } from './frame';
import { NoSuchScreen } from './no-such-screen';
import { TodayScreen } from './today-screen';

const root = createRootRoute({ component: PhoneFrame });

const today = createRoute({ getParentRoute: () => root, path: '/m', component: TodayScreen });
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/m/cases/$caseId',
  component: lazyRouteComponent(() => import('./case-screen'), 'CaseScreen'),
});
const me = createRoute({
  getParentRoute: () => root,
  path: '/m/me',
  component: lazyRouteComponent(() => import('./me-screen'), 'MeScreen'),
});

export const createPhoneRouter = () =>
  createRouter({ routeTree: root.addChildren([today, oneCase, me]), defaultNotFoundComponent: NoSuchScreen });
