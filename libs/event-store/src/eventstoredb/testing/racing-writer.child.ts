import { raceAll } from '../../contract/racing';
import { openEventStoreDb } from '../open-eventstoredb-store';

/** Races by itself against the other processes, from the moment at which its parent says so. */
async function raceOnWord(url: string, attempts: number): Promise<void> {
  const store = await openEventStoreDb({ url });
  process.once('message', () => {
    void raceAll([store], attempts).then(async (result) => {
      await store.close();
      process.send?.(result);
      process.disconnect();
    });
  });
  process.send?.('ready');
}

const [url = '', attempts] = process.argv.slice(2);
void raceOnWord(url, Number(attempts));
