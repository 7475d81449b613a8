import { dirname, resolve } from 'node:path';

/** Where the build puts the web: beside the bundle of this command. */
export function builtWebFolder(): string {
  return resolve(dirname(process.argv[1]!), '..', 'web');
}
