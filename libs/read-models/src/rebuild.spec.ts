import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openSqlite } from '@yihu/sql';
import type { Fact } from '@yihu/workflow';
import { ledgerFact } from '@yihu/domain';
import { caseIdOf, leg } from '@yihu/domain/testing';
import { findCase, listCases } from './case-queries';
import { compareReadModels } from './compare';
import { fillReadModels } from './fill';
import { listParkedStreams } from './parked-streams';
import { checkReadModels, rebuild } from './rebuild';
import { allTables } from './tables';
import { caseHistory, SIGNED } from './testing/case-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { playOffice } from './testing/played-office';
import { propertyRuns } from './testing/properties';
import { legalHistories } from './testing/random-history';
import { record } from './testing/record';

/** Rows of these tell that something went wrong, or stopped half way on a store that cannot hold it together. */
const EMPTY: readonly string[] = ['parked_streams', 'open_decisions'];

describe('a rebuild', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  it('equals the live rows, row by row, over random legal histories', async () => {
    const { projector, stop } = await folder.follow();
    const file = join(folder.folder, 'rebuilt.db');
    let round = 0;
    const histories = fc.array(legalHistories('HH0001', 't'), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(histories, fc.boolean(), async (cases, withPoison) => {
        round += 1;
        for (const [number, facts] of cases.entries())
          recordInTurns(folder, `case-${round}-${number}`, facts);
        if (withPoison) record(folder.store, `case-${round}-0`, { type: 'Unknown', data: {} });
        record(folder.store, `ledger-${round}`, ...ledgerOf(`${round}-0`));
        expect(await projector.waitFor(`ledger-${round}`, 2, 5000)).toBe(true);
      }),
      propertyRuns(40),
    );
    await stop();
    await rebuild({ store: folder.store, file });
    expect(compareReadModels(folder.file, file)).toEqual([]);
    expect(await checkReadModels({ store: folder.store, file: folder.file })).toEqual([]);
  });

  it('equals the live rows of an office from the roster to the archive, in every table', async () => {
    const { play, followed } = await playOffice(folder, { households: 3 });
    await play((desk) => void leg.toClosed(desk, 1));
    await play((desk) => leg.draw(desk, 1, 'batch', leg.toFiled(desk, 2)));
    await play((desk) => void leg.seal(desk, leg.toCadreSigned(desk, 3)));
    const back = { ground: 'receipt', reasonCode: 'amounts', fields: ['lines'], text: 'sealed.text' };
    await play((desk) =>
      desk.record(`case-${caseIdOf(3)}`, 'B1', '2024-06-01T00:00:00.000Z', {
        type: 'FilingReturned',
        data: { ...back, level: 'bureau' },
      }),
    );
    await play((desk) =>
      desk.record(`payment-batch`, 'N1', '2024-06-01T00:00:00.000Z', {
        type: 'ItemUnknown',
        data: { row: 1, amountFen: 76_000, valueOn: '2024-06-01', bankRef: 'ref', rawCode: 'ZZ9' },
      }),
    );
    expect(await findCase(followed.models.database, caseIdOf(1))).toMatchObject({ stage: 'closed' });
    await followed.stop();
    expect(await checkReadModels({ store: folder.store, file: folder.file })).toEqual([]);
    const probe = openSqlite(folder.file);
    for (const { name } of allTables.filter((each) => !EMPTY.includes(each.name))) {
      const rows = probe.prepare(`select * from "${name}" limit 1`).all();
      expect([name, rows.length]).toEqual([name, 1]);
    }
    probe.close();
  });

  it('takes the place of the old file and leaves nothing beside it', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED));
    const { models, stop } = await folder.follow();
    models.writer.exec("update case_list set stage = 'closed'");
    await stop();
    const { eventCount } = await rebuild({ store: folder.store, file: folder.file });
    expect(eventCount).toBe(5);
    for (const suffix of ['.rebuild', '.rebuild-wal', '-wal'])
      expect(existsSync(folder.file + suffix)).toBe(false);
    const after = await folder.follow();
    expect(await findCase(after.models.database, 'a')).toMatchObject({ stage: 'cadre-signed' });
    record(folder.store, 'case-b', ...caseHistory('HH0002', 't'));
    expect(await after.projector.waitFor('case-b', 0, 5000)).toBe(true);
  });

  it('begins anew over what an interrupted rebuild left', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
    const left = folder.openModels(`${folder.file}.rebuild`);
    left.writer.exec("insert into staff values ('x', 'x', 'x', 'x', '[]', 0, 0)");
    await left.close();
    await rebuild({ store: folder.store, file: folder.file });
    expect(await checkReadModels({ store: folder.store, file: folder.file })).toEqual([]);
  });

  it('parks what the live projector parked', async () => {
    record(folder.store, 'case-a', ...caseHistory('HH0001', 't'), { type: 'Unknown', data: {} });
    await rebuild({ store: folder.store, file: folder.file });
    expect(await listParkedStreams(folder.openModels().database)).toMatchObject([
      { stream: 'case-a', eventCount: 1 },
    ]);
  });

  it('is refused while someone reads the file', async () => {
    const { models } = await folder.follow();
    await models.database.transaction().execute(async (transaction) => {
      await transaction.selectFrom('case_list').selectAll().execute();
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      await expect(rebuild({ store: folder.store, file: folder.file })).rejects.toThrow('in use');
    });
    expect(existsSync(folder.file)).toBe(true);
  });

  describe('checked', () => {
    it.each([
      ['a changed row', "update case_list set subsidyFen = 1 where caseId = 'b'", ['case_list', ['b']]],
      ['a missing row', "delete from case_list where caseId = 'a'", ['case_list', ['a']]],
      [
        'a row too many',
        "insert into town_reservation values ('x', 'y', 1, 2)",
        ['town_reservation', ['x', 'y']],
      ],
      [
        'a lost event',
        "delete from case_timeline where caseId = 'b' and revision = 2",
        ['case_timeline', ['b', 2]],
      ],
      [
        'a wrong revision',
        "update stream_revisions set revision = 9 where stream = 'case-a'",
        ['stream_revisions', ['case-a']],
      ],
    ])('shows %s', async (_what, sql, [table, key]) => {
      for (const name of ['a', 'b', 'c'])
        record(folder.store, `case-${name}`, ...caseHistory(name, 't', ...SIGNED));
      const { models, stop } = await folder.follow();
      models.writer.exec(sql);
      await stop();
      const differences = await checkReadModels({ store: folder.store, file: folder.file });
      expect(differences).toMatchObject([{ table, key }]);
      expect(existsSync(`${folder.file}.check`)).toBe(false);
    });

    it('goes as far as the file and no further', async () => {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      await (await folder.follow()).stop();
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED).slice(1));
      expect(await checkReadModels({ store: folder.store, file: folder.file })).toEqual([]);
    });

    it('compares only files of this version', async () => {
      await (await folder.follow()).stop();
      expect(() => compareReadModels(folder.file, join(folder.folder, 'none.db'))).toThrow('no read models');
      expect(() => compareReadModels(join(folder.folder, 'events.db'), folder.file)).toThrow(
        'of version events',
      );
    });
  });
});

describe('an as-of question', () => {
  it('sees the events up to a position and nothing later', async () => {
    const folder = openTestFolder();
    try {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't', ...SIGNED));
      const { position } = (await folder.store.readAll({ limit: 99 })).at(-1)!;
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't', 'PlanReturned').slice(1));
      record(folder.store, 'case-b', ...caseHistory('HH0002', 't'));
      const readModels = folder.openModels(join(folder.folder, 'as-of.db'));
      await fillReadModels({ store: folder.store, readModels, untilPosition: position });
      const { rows } = await listCases(readModels.database, {}, { limit: 9 });
      expect(rows.map(({ caseId, stage }) => [caseId, stage])).toEqual([['a', 'cadre-signed']]);
    } finally {
      await folder.close();
    }
  });
});

describe('a file of another version', () => {
  it('is emptied when it is opened and filled again by the projector', async () => {
    const folder = openTestFolder();
    try {
      record(folder.store, 'case-a', ...caseHistory('HH0001', 't'));
      const first = await folder.follow();
      expect(first.models.emptied).toBe(false);
      await first.stop();
      const older = openSqlite(folder.file);
      older.exec("update migrations set name = 'read-models-0'; create table forgotten (id integer)");
      older.close();
      const { models, projector } = await folder.follow();
      expect(models.emptied).toBe(true);
      expect(projector.stats().eventCount).toBe(1);
      expect(await findCase(models.database, 'a')).toMatchObject({ stage: 'drafted' });
      await expect(
        models.database
          .selectFrom('forgotten' as 'staff')
          .selectAll()
          .execute(),
      ).rejects.toThrow('forgotten');
    } finally {
      await folder.close();
    }
  });
});

/** The first fact alone, then the rest, so that a history is spread over pages. */
function recordInTurns({ store }: TestFolder, stream: string, facts: readonly Fact[]): void {
  record(store, stream, facts[0]!);
  if (facts.length > 1) record(store, stream, ...facts.slice(1));
}

function ledgerOf(caseId: string): readonly Fact[] {
  const amounts = { subsidyFen: 200_000, rewardFen: 60_000 };
  const quota = {
    year: 2024,
    unit: 't',
    amountFen: 1_000_000,
    subsidyLineFen: 800_000,
    rewardLineFen: 200_000,
  };
  return [
    ledgerFact('QuotaAllotted', quota),
    ledgerFact('MoneyReserved', { caseId, ...amounts, planVersion: 1, cause: 'signed' }),
    ledgerFact('TrancheAuthorised', {
      caseId,
      tranche: 1,
      seq: 1,
      attempt: 1,
      batchId: 'batch',
      subsidyFen: 100_000,
      rewardFen: 0,
    }),
  ];
}
