import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rulebook } from '@yihu/domain';
import { acceptanceOf, caseState, leg, ON, openOffice, PLAN, type Desk } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import { openEmbeddedStore } from '@yihu/event-store';
import { checkReadModels, fillReadModels, openReadModels } from '@yihu/read-models';
import { eventLine } from '../../apps/api/src/cli/event-line';
import { recount } from '../../apps/api/src/cli/recount/recount';
import { replay } from '../faults/replay';

/** Three households to three endings: one was paid in full, one gave back what it had not earned, one declined. */
function endedProgramme(): Desk {
  const desk = openOffice({ households: 3 });
  // Leg by leg, as an office works: an engine's clock never steps back for the next household.
  const [paid, overpaid] = [leg.toCadreSigned(desk, 1), leg.toCadreSigned(desk, 2)];
  leg.file(desk, paid, overpaid);
  leg.pay(desk, 1, 'p1', '00', paid, overpaid);
  leg.inspect(desk, paid);
  leg.signAcceptance(desk, paid);
  leg.accept(desk, paid, PLAN.rewardFen);
  leg.inspect(desk, overpaid, acceptanceOf(desk, overpaid, { share: 0.25, actualFen: 0 }));
  leg.signAcceptance(desk, overpaid);
  leg.accept(desk, overpaid, 0);
  leg.pay(desk, 2, 'p2', '00', paid);
  const { recoveryId, owedFen: amountFen } = caseState(desk, overpaid).recoveries[0]!;
  const recovery = { recoveryId, amountFen, how: 'transfer', receivedOn: '2024-06-20' };
  desk.do('recordRecovery', overpaid, { by: 'N1', at: ON.resultComplete, input: recovery });
  leg.notice(desk, 'result', ON.result, ON.resultComplete, paid, overpaid);
  leg.photos(desk);
  for (const caseId of [paid, overpaid]) desk.do('closeCase', caseId, { by: 'T1', at: ON.closed, input: {} });
  const declined = { ground: 'declined', reason: 'sealed.reason' };
  desk.do('withdrawCase', leg.open(desk, 3), { by: 'T1', at: ON.closed, input: declined });
  leg.end(desk);
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
