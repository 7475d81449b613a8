import { join } from 'node:path';
import { nextMessage, startChild } from '@yihu/sql/testing';
import { expectFairRace, type RaceResult } from '../contract/racing';
import { createServerPlace } from './testing/server-place';

const PROCESSES = 8;
const attempts = process.env['YIHU_LONG'] ? 1000 : 50;

it(`EVT-10 eight processes make ${attempts} attempts each on one stream of a server: stored = success, no gaps`, async () => {
  const place = await createServerPlace();
  const entry = join(__dirname, 'testing/racing-writer.child.ts');
  const children = Array.from({ length: PROCESSES }, () =>
    startChild(entry, [place.server.url, String(attempts)]),
  );
  await Promise.all(children.map(nextMessage));
  const racing = children.map(nextMessage);
  for (const child of children) child.send('go');
  const results = (await Promise.all(racing)) as readonly RaceResult[];
  const store = await place.open();
  await expectFairRace(store, results, PROCESSES * attempts);
  await store.close();
  await place.remove();
}, 120_000);
