import { logTo } from '../log';
import { startServer } from '../server';
import { readArguments } from './arguments';
import { builtWebFolder } from './built-web-folder';
import { createStop } from './stop';

/** Serves a data folder until it is told to stop. */
export async function serve(argv: readonly string[]): Promise<number> {
  const { configuration } = readArguments(argv);
  const stop = createStop();
  const server = await startServer({
    configuration,
    webFolder: builtWebFolder(),
    log: logTo(process.stdout),
    onStoreFailed: () => stop.with(1),
  });
  if (server.masterKeyCreated) {
    const { masterKeyFile } = configuration;
    process.stdout.write(`A new master key is in ${masterKeyFile}: back it up, apart from the data.\n`);
  }
  process.stdout.write(`Yihu listens on ${server.url}\n`);
  const exitCode = await stop.told;
  await server.close();
  return exitCode;
}
