import { startTestServer } from '@yihu/event-store/testing';

/** Serves a file until it is told to stop, and says where. */
async function serve(file: string): Promise<void> {
  const server = await startTestServer({ file });
  process.send?.(server.url);
  process.once('message', () => void server.stop().then(() => process.disconnect()));
}

void serve(process.argv[2] ?? '');
