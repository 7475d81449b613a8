import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { StaffState } from '@yihu/domain';
import { ServerParts } from '../server-parts';
import { headerOf, type OfficeRequest } from './office-request';
import { POLICY, type RoutePolicy } from './policy';
import { RequestProblem } from './request-problem';

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,128})$/i;

/** Finds out who it is, and nothing else: what they may do is for the rulebook to say. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly parts: ServerParts,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(POLICY, targets);
    if (policy === 'public') return true;
    if (policy === undefined) throw new Error('a route without a policy is closed');
    const request = context.switchToHttp().getRequest<OfficeRequest>();
    request.actorId = await this.signedIn(headerOf(request, 'authorization'));
    return true;
  }

  private async signedIn(authorization: string | undefined): Promise<string> {
    const token = BEARER.exec(authorization ?? '')?.[1];
    const session = token && this.parts.vault.sessions.find(token, this.parts.clock());
    if (!session) throw new RequestProblem('unauthenticated');
    // A session lasts no longer than the person's place: whoever was disabled is out with the next request.
    const { data } = await this.parts.engine.load(`staff-${session.staffId}`);
    if ((data as StaffState).disabled) throw new RequestProblem('unauthenticated');
    return session.staffId;
  }
}
