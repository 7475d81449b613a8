import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { languageOf } from '@yihu/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServerParts } from '../server-parts';
import { logBug } from './log-bug';
import { headerOf } from './office-request';
import { isBug, problemOf } from './problem-of';

const RETRY_AFTER_SECONDS = 1;

/** Answers every error as a problem detail (RFC 9457). */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  constructor(private readonly parts: ServerParts) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerError(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.parts);
  }
}

/** The same for what never reaches a controller. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { log }: Pick<ServerParts, 'log'>,
): void {
  const errorId = isBug(error) ? logBug(log, error) : undefined;
  const problem = problemOf(error, languageOf(headerOf(request, 'accept-language')), errorId);
  if (problem.status === 503) reply.header('retry-after', String(RETRY_AFTER_SECONDS));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}
