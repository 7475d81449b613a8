import { Server, ServerCredentials, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { appendCall } from './append-call';
import { batchCall, type BatchCall } from './batch-call';
import { faultOf, type CallParts } from './call-parts';
import { openEventLog, type EventLog } from './event-log';
import { createScript, type Script } from './faults';
import { readCall, type ReadCall } from './read-call';
import { refusal, refusalOf } from './refusals';

export interface TestServerOptions {
  /** Where the events are kept, so that they survive the server. */
  readonly file: string;
  /** 0, the default, for a free one. */
  readonly port?: number;
  /** Whether streams are locked against deletion, as an operator should; true by default. */
  readonly isLocked?: boolean;
  /** Whether the server advertises batch appends; true by default. */
  readonly hasBatchAppend?: boolean;
}

export interface TestServer {
  readonly url: string;
  readonly port: number;
  readonly script: Script;
  readonly log: EventLog;
  /** Calls begun and not ended. */
  openCalls(): number;
  /** Breaks every connection, as a network does. */
  dropAll(): void;
  /** Ends at once; the data stays in its file. */
  stop(): Promise<void>;
}

/** What an operator sets so that nobody but an administrator deletes or truncates a stream. */
const LOCKED_SETTINGS = {
  $userStreamAcl: { $r: '$all', $w: '$all', $d: '$admins', $mr: '$all', $mw: '$admins' },
  $systemStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
};

/** Starts a server that speaks the protocol of EventStoreDB to the real client, on 127.0.0.1. */
export async function startTestServer(options: TestServerOptions): Promise<TestServer> {
  const log = openEventLog(options.file);
  if ((options.isLocked ?? true) && log.read('$settings') === 'missing') lock(log);
  const script = createScript();
  const open = { calls: 0 };
  const sockets = new Map<string, Socket>();
  const drop = (peer: string) => sockets.get(peer)?.destroy();
  const grpc = serviceOver({ log, script, open, drop }, options.hasBatchAppend ?? true);
  // The connections are taken by a plain socket server, so that one of them can be broken.
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
  const listener = createServer((socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    sockets.set(peer, socket);
    socket.once('close', () => sockets.delete(peer));
    socket.on('error', () => undefined);
    injector.injectConnection(socket);
  });
  listener.listen(options.port ?? 0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const dropAll = () => {
    for (const socket of sockets.values()) socket.destroy();
  };
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    script,
    log,
    openCalls: () => open.calls,
    dropAll,
    async stop() {
      const closed = once(listener, 'close');
      listener.close();
      dropAll();
      injector.destroy();
      grpc.forceShutdown();
      await closed;
      log.close();
    },
  };
}

function lock(log: EventLog): void {
  const data = Buffer.from(JSON.stringify(LOCKED_SETTINGS));
  const event = { type: 'update-default-acl', contentType: 'application/json', metadata: Buffer.alloc(0) };
  log.append('$settings', 'no_stream', [{ ...event, id: randomUUID(), data }]);
}

function serviceOver(parts: CallParts, hasBatchAppend: boolean): Server {
  const server = new Server({
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
  });
  const unimplemented = (_call: unknown, callback: (error: object) => void) =>
    callback(refusal(status.UNIMPLEMENTED, 'The test server has no such call.'));
  server.addService(StreamsService, {
    append: (call: Parameters<typeof appendCall>[1], callback: Parameters<typeof appendCall>[2]) =>
      appendCall(parts, call, callback),
    batchAppend: (call: BatchCall) => batchCall(parts, call),
    read: (call: ReadCall) => void readCall(parts, call),
    delete: unimplemented,
    tombstone: unimplemented,
  } as unknown as UntypedServiceImplementation);
  server.addService(ServerFeaturesService, {
    getSupportedMethods: async (
      _call: unknown,
      callback: (error: object | null, methods?: SupportedMethods) => void,
    ) => {
      const fault = await faultOf(parts, { on: 'features', stream: '' });
      if (fault?.kind === 'silence') return;
      const refused = fault && refusalOf(fault);
      if (refused) return callback(refused);
      callback(null, supported(hasBatchAppend));
    },
  } as unknown as UntypedServiceImplementation);
  return server;
}

function supported(hasBatchAppend: boolean): SupportedMethods {
  const names = ['read', 'append', ...(hasBatchAppend ? ['batchappend'] : [])];
  const methods = names.map((name) =>
    new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new SupportedMethods().setMethodsList(methods).setEventStoreServerVersion('23.10.8.0');
}
