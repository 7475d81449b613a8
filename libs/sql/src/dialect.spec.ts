import { Kysely, sql, type Generated } from 'kysely';
import { openSqlite } from './database';
import { sqliteDialect } from './dialect';
import { BadParameter } from './parameters';

interface Tables {
  readonly towns: {
    id: Generated<number>;
    name: string;
    open: boolean | number;
    quotaFen: number;
    since: Date | string;
  };
}

describe('sqliteDialect', () => {
  let kysely: Kysely<Tables>;

  beforeEach(async () => {
    kysely = new Kysely<Tables>({ dialect: sqliteDialect(openSqlite(':memory:')) });
    await sql`CREATE TABLE towns (id INTEGER PRIMARY KEY, name TEXT UNIQUE, open INTEGER, quotaFen INTEGER, since TEXT)`.execute(
      kysely,
    );
  });
  afterEach(() => kysely.destroy());

  const town = { name: '大湾镇', open: true, quotaFen: 304_500_000, since: new Date('2024-03-01T00:00:00Z') };

  it('binds booleans and dates that would abort or confuse a bare libsql', async () => {
    const inserted = await kysely
      .insertInto('towns')
      .values(town)
      .returning(['id', 'open', 'since'])
      .execute();
    expect(inserted).toEqual([{ id: 1, open: 1, since: '2024-03-01T00:00:00.000Z' }]);
    const found = await kysely.selectFrom('towns').select('name').where('open', '=', true).execute();
    expect(found).toEqual([{ name: '大湾镇' }]);
  });

  it('refuses what cannot be bound', async () => {
    const insert = kysely.insertInto('towns').values({ ...town, quotaFen: NaN });
    await expect(insert.execute()).rejects.toThrow(BadParameter);
  });

  it('counts the rows of a guarded upsert', async () => {
    const upsert = (quotaFen: number) =>
      kysely
        .insertInto('towns')
        .values({ ...town, quotaFen })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ quotaFen }).where('towns.quotaFen', '<', quotaFen),
        )
        .executeTakeFirstOrThrow();
    expect((await upsert(5)).numInsertedOrUpdatedRows).toBe(1n);
    expect((await upsert(4)).numInsertedOrUpdatedRows).toBe(0n);
    expect((await upsert(6)).numInsertedOrUpdatedRows).toBe(1n);
  });

  it('rolls a transaction back after an error', async () => {
    const failed = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('towns').values(town).execute();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await kysely.selectFrom('towns').selectAll().execute()).toEqual([]);
  });

  it('streams', async () => {
    await kysely
      .insertInto('towns')
      .values([town, { ...town, name: '茨竹镇' }])
      .execute();
    const names: string[] = [];
    for await (const row of kysely.selectFrom('towns').select('name').orderBy('id').stream())
      names.push(row.name);
    expect(names).toEqual(['大湾镇', '茨竹镇']);
  });
});
