import { SetMetadata } from '@nestjs/common';

/**
 * Who a route is for: anyone, whoever is signed in, or whoever the rulebook lets give the command. A route
 * without a policy is closed to all.
 */
export type RoutePolicy = 'public' | 'signed-in' | 'rulebook';

export const POLICY = Symbol('policy');

export const Policy = (policy: RoutePolicy) => SetMetadata(POLICY, policy);
