import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Policy } from '../http/policy';
import { ServerParts } from '../server-parts';
import { metricsText } from './metrics';
import { readinessOf, type Readiness } from './readiness';

@Controller()
@ApiTags('health')
export class HealthController {
  constructor(private readonly parts: ServerParts) {}

  /** The process answers. */
  @Get(['healthz', 'api/healthz'])
  @Policy('public')
  health(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** What is answered is whole: the store takes commands, and no history stands still. */
  @Get(['readyz', 'api/readyz'])
  @Policy('public')
  async readiness(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await readinessOf(this.parts);
    if (!readiness.ready) reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }

  @Get(['metrics', 'api/metrics'])
  @ApiBearerAuth()
  @Policy('signed-in')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return metricsText(this.parts);
  }
}
