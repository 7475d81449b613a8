import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DemoSignInDto, type SignedIn } from '@yihu/api-contract';
import type { StaffState } from '@yihu/domain';
import { loadExisting } from '../commands/load-existing';
import { Policy } from '../http/policy';
import { RequestProblem } from '../http/request-problem';
import { ServerParts } from '../server-parts';

/** A season passes in minutes on a demo's clock, and nobody signs in again for each of its days. */
const DEMO_SESSION_MS = 400 * 24 * 60 * 60 * 1000;

/** Signing in without a password. Only a demo server has this controller at all. */
@Controller('api/demo')
@ApiTags('demo')
@Policy('public')
export class DemoSignInController {
  constructor(private readonly parts: ServerParts) {}

  @Post('sign-in')
  @HttpCode(200)
  async signIn(@Body() { staffId }: DemoSignInDto): Promise<SignedIn> {
    const { disabled } = await loadExisting<StaffState>(this.parts.engine, 'staff', staffId);
    if (disabled) throw new RequestProblem('unauthenticated');
    const token = this.parts.vault.sessions.create(staffId, this.parts.clock(), DEMO_SESSION_MS);
    return { token, staffId };
  }
}
