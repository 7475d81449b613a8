import { openEmbeddedStore, openEventStoreDb, type EventStore } from '@yihu/event-store';
import { createProjector, openReadModels } from '@yihu/read-models';
import type { SqliteStatement } from '@yihu/sql';

const open = async (place: string): Promise<EventStore> =>
  place.startsWith('esdb:')
    ? openEventStoreDb({ url: place })
    : openEmbeddedStore({ folder: place, lock: false });

/**
 * Follows a store, and is gone when its second page of rows is written and the checkpoint is not. It says so after
 * the first.
 */
async function followUntilDead(place: string, file: string): Promise<void> {
  const readModels = openReadModels({ file });
  const { writer } = readModels;
  const prepare = writer.prepare.bind(writer);
  let pages = 0;
  writer.prepare = <Row>(sql: string): SqliteStatement<Row> => {
    const statement = prepare<Row>(sql);
    if (!/^\s*(insert into|update) "checkpoint"/.test(sql)) return statement;
    const run: typeof statement.run = (...parameters) => {
      pages += 1;
      if (pages === 2) process.kill(process.pid, 'SIGKILL');
      return statement.run(...parameters);
    };
    return { reader: statement.reader, run, all: statement.all, iterate: statement.iterate };
  };
  const onProjected = () => void process.send?.('projected');
  await createProjector({ store: await open(place), readModels, onProjected }).start();
}

const [place = '', file = ''] = process.argv.slice(2);
void followUntilDead(place, file);
