import helmet from '@fastify/helmet';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ServerParts } from '../server-parts';
import { answerError } from './errors.filter';
import { isDocsPath } from './open-api';
import { registerUploads } from './uploads';

const BODY_BYTES_MAX = 1024 * 1024;

const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The documentation page writes its styles into itself. */
const DOCS_CONTENT_POLICY = CONTENT_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

/** Fastify as this server runs it. What never reaches a route is answered as a problem, too. */
export function fastifyAdapter(parts: ServerParts): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerError(error, request, reply, parts),
  });
}

/** Takes JSON, and a file where a route says so; sends the headers that browsers obey; counts and logs requests. */
export async function prepareFastify(fastify: FastifyInstance, parts: ServerParts): Promise<void> {
  fastify.removeContentTypeParser('text/plain');
  await fastify.register(helmet, { contentSecurityPolicy: false });
  await registerUploads(fastify);
  fastify.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    reply.header('content-security-policy', isDocsPath(path) ? DOCS_CONTENT_POLICY : CONTENT_POLICY);
    reply.header('cache-control', 'no-store');
  });
  countBusyTime(fastify, parts);
  fastify.addHook('onResponse', async (request, reply) => {
    const milliseconds = Math.round(reply.elapsedTime * 1000) / 1000;
    parts.requestCount.requests += 1;
    // The template and not the path: a path may hold what somebody typed.
    const route = request.routeOptions.url ?? 'none';
    parts.log({ event: 'request', method: request.method, route, status: reply.statusCode, milliseconds });
  });
}

/** Requests overlap, so the time they take is counted once for all that are under way. */
function countBusyTime(fastify: FastifyInstance, { requestCount }: ServerParts): void {
  let busySince = 0;
  fastify.addHook('onRequest', async () => {
    if (requestCount.underWay === 0) busySince = performance.now();
    requestCount.underWay += 1;
  });
  fastify.addHook('onResponse', async () => {
    requestCount.underWay -= 1;
    if (requestCount.underWay === 0) requestCount.busySeconds += (performance.now() - busySince) / 1000;
  });
}
