import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { ApiModule } from './api.module';
import { machineClock, type Clock } from './clock';
import type { Configuration } from './configuration';
import { openDataFolder, type DataFolder } from './data-folder';
import { fastifyAdapter, prepareFastify } from './http/fastify';
import { serveOpenApi } from './http/open-api';
import type { Log } from './log';
import type { RequestCount, ServerParts } from './server-parts';
import type { DemoNotes } from './session/demo-notes';
import { serveWeb } from './web/serve-web';

export interface ServerOptions {
  readonly configuration: Configuration;
  readonly clock?: Clock;
  /** A demo server lets everyone sign in as anyone; the notes tell its visitors as whom and what to look at. */
  readonly demo?: boolean | DemoNotes;
  readonly log?: Log;
  /** The disk failed under the store: the process should end. */
  readonly onStoreFailed?: () => void;
  /** Absolute path of the built web; without one only the API is served. */
  readonly webFolder?: string;
}

interface ServerBase extends Omit<DataFolder, 'close'> {
  readonly requestCount: RequestCount;
  /** Answers what is under way, and closes everything. */
  close(): Promise<void>;
}

/** A running server. */
export interface Server extends ServerBase {
  readonly url: string;
  readonly openApi: OpenAPIObject;
}

/** A server that no socket leads to: it answers whoever holds it. */
export interface InnerServer extends ServerBase {
  readonly app: INestApplicationContext;
  readonly inject: FastifyInstance['inject'];
}

/** Opens the data folder and serves it. Throws what `openDataFolder` throws, or the system's error of the port. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { port, host } = options.configuration;
  const { app, ...server } = await openServer(options);
  try {
    const openApi = serveOpenApi(app);
    await app.listen(port, host);
    return { ...server, url: urlOf(app, host), openApi };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The same without listening. Throws what `openDataFolder` throws. */
export async function startInnerServer(options: ServerOptions): Promise<InnerServer> {
  const { app, ...server } = await openServer(options);
  try {
    await app.init();
    const fastify = app.getHttpAdapter().getInstance();
    await fastify.ready();
    return { ...server, app, inject: fastify.inject.bind(fastify) as FastifyInstance['inject'] };
  } catch (error) {
    await server.close();
    throw error;
  }
}

type OpenServer = ServerBase & { readonly app: NestFastifyApplication };

async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { configuration, clock = machineClock, log = () => undefined } = options;
  const onProjectorError = (error: unknown) =>
    log({ event: 'projector-failed', name: error instanceof Error ? error.name : 'unknown' });
  const onRecoveryError = (error: unknown) =>
    log({ event: 'recovery-failed', name: error instanceof Error ? error.name : 'unknown' });
  const folder = await openDataFolder({ configuration, clock, onProjectorError, onRecoveryError });
  const requestCount: RequestCount = { requests: 0, busySeconds: 0, underWay: 0 };
  try {
    const app = await createApp({ ...folder, clock, log, requestCount }, options);
    const close = async () => {
      await app.close();
      await folder.close();
    };
    return { ...folder, app, requestCount, close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function createApp(parts: ServerParts, { demo = false, onStoreFailed, webFolder }: ServerOptions) {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.over(parts, { demo }),
    fastifyAdapter(parts),
    {
      logger: false,
      abortOnError: false,
      bodyParser: false,
    },
  );
  const fastify = app.getHttpAdapter().getInstance();
  await prepareFastify(fastify, parts);
  await serveWeb(fastify, webFolder);
  fastify.addHook('onResponse', async () => {
    if (parts.engine.failed) onStoreFailed?.();
  });
  return app;
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address() as { readonly port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
