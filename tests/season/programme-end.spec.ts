import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { leg, openOffice, type Desk } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import { openEmbeddedStore } from '@yihu/event-store';
import { checkReadModels, fillReadModels, openReadModels } from '@yihu/read-models';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';
import { replay } from '../faults/replay';
import { toTheEnd } from './to-the-end';

/** Three households to three endings: one was paid in full, one gave back what it had not earned, one declined. */
function endedProgramme(): Desk {
  const desk = openOffice({ households: 3 });
  const [paid, overpaid] = [leg.toCadreSigned(desk, 1), leg.toCadreSigned(desk, 2)];
  leg.file(desk, paid, overpaid);
  leg.pay(desk, 1, 'p1', '00', paid, overpaid);
  toTheEnd(desk, paid, overpaid, 3);
  return desk;
}

it('a programme that was closed is counted again to the same end, and the read models say the same (R35)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-end-'));
  const store = openEmbeddedStore({ folder });
  const readModels = openReadModels({ file: join(folder, 'read-models.db') });
  try {
    await replay(createEngine({ store, rulebook }), endedProgramme());
    const { problems, figures } = await recount((await store.readAll({ limit: 10_000 })).map(eventLine));
    expect(problems).toEqual([]);
    expect(figures.stages).toMatchObject({ closed: 2, withdrawn: 1 });
    await fillReadModels({ store, readModels });
    expect(await checkReadModels({ store, file: readModels.file })).toEqual([]);
  } finally {
    await readModels.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
