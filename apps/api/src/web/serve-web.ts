import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pageOf } from './page-of';
import { UNBUILT_PAGE } from './unbuilt-page';

/** The screens' kits write styles while they run; scripts come from the built files alone. */
const PAGE_CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "connect-src 'self'; font-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; " +
  "frame-ancestors 'none'";

/**
 * Serves the built web below every path that is not the API's: its files, and the desk's or the phone's page for
 * whatever else is asked. Without a built web the front page says how to build it.
 */
export async function serveWeb(fastify: FastifyInstance, webFolder: string | undefined): Promise<void> {
  if (webFolder === undefined || !existsSync(join(webFolder, 'index.html'))) {
    fastify.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(UNBUILT_PAGE));
    return;
  }
  await fastify.register(fastifyStatic, {
    root: webFolder,
    serve: false,
    dotfiles: 'ignore',
    preCompressed: true,
  });
  fastify.route({ method: ['GET', 'HEAD'], url: '/*', handler: answer });
}

function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const found = pageOf(`/${(request.params as { readonly '*': string })['*']}`);
  if (!found) {
    reply.callNotFound();
    return reply;
  }
  if (found.kind === 'file') {
    const kept = found.unchanging ? { maxAge: '1y', immutable: true } : { maxAge: 0 };
    return reply.sendFile(found.file, kept);
  }
  reply.header('content-security-policy', PAGE_CONTENT_POLICY);
  return reply.sendFile(found.file, { maxAge: 0 });
}
