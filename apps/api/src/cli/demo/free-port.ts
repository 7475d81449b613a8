import { createServer } from 'node:net';
import { CannotGoOn } from '../cannot-go-on';

/** Throws `CannotGoOn` when another process has the port: said before the minute that seeding takes, and not after. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? taken(port) : error);
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function taken(port: number): CannotGoOn {
  return new CannotGoOn(`Port ${port} is in use by another process: give another with --port ${port + 1}.`);
}
