import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule } from './api.module';
import { machineClock, type Clock } from './clock';
import type { Configuration } from './configuration';
import { openDataFolder, type DataFolder } from './data-folder';
import { fastifyAdapter, prepareFastify } from './http/fastify';
import { serveOpenApi } from './http/open-api';
import type { Log } from './log';
import type { RequestCount, ServerParts } from './server-parts';

export interface ServerOptions {
  readonly configuration: Configuration;
  readonly clock?: Clock;
  /** A demo server lets everyone sign in as anyone. */
  readonly demo?: boolean;
  readonly log?: Log;
  /** The disk failed under the store: the process should end. */
  readonly onStoreFailed?: () => void;
}

/** A running server. */
export interface Server extends Omit<DataFolder, 'close'> {
  readonly url: string;
  readonly openApi: OpenAPIObject;
  readonly requestCount: RequestCount;
  /** Answers what is under way, and closes everything. */
  close(): Promise<void>;
}

/** Opens the data folder and serves it. Throws what `openDataFolder` throws, or the system's error of the port. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { configuration, clock = machineClock, demo = false, log = () => undefined } = options;
  const onProjectorError = (error: unknown) =>
    log({ event: 'projector-failed', name: error instanceof Error ? error.name : 'unknown' });
  const folder = await openDataFolder({ configuration, clock, onProjectorError });
  const requestCount: RequestCount = { requests: 0, busySeconds: 0, underWay: 0 };
  try {
    const { app, openApi } = await createApp(
      { ...folder, clock, log, requestCount },
      demo,
      options.onStoreFailed,
    );
    await app.listen(configuration.port, configuration.host);
    const close = async () => {
      await app.close();
      await folder.close();
    };
    return { ...folder, url: urlOf(app, configuration.host), openApi, requestCount, close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

async function createApp(parts: ServerParts, demo: boolean, onStoreFailed: (() => void) | undefined) {
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
  fastify.addHook('onResponse', async () => {
    if (parts.engine.failed) onStoreFailed?.();
  });
  const openApi = serveOpenApi(app);
  return { app, openApi };
}

function urlOf(app: NestFastifyApplication, host: string): string {
  const address = app.getHttpServer().address() as { readonly port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
