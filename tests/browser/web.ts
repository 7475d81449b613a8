import { join } from 'node:path';

/** The folder of the built web. It is fresh: it is built before the first test begins. */
export function builtWeb(): string {
  return join(__dirname, '../../dist/apps/web');
}
