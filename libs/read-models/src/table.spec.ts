import { loadSql, orderedSql, saveSql } from './row-sql';
import { createIndexesSql, createTableSql, dropIndexesSql, integer, orNull, table, text } from './table';

const example = table(
  'example',
  { caseId: text, seq: integer, paidOn: orNull(text) },
  { key: ['caseId', 'seq'], indexes: [['paidOn', 'caseId']] },
);

describe('the SQL of a table', () => {
  it('makes the table in words that SQLite and PostgreSQL share', () => {
    expect(createTableSql(example)).toBe(
      [
        'create table "example" (',
        '  "caseId" text not null,',
        '  "seq" bigint not null,',
        '  "paidOn" text,',
        '  primary key ("caseId", "seq")',
        ');',
      ].join('\n'),
    );
  });

  it('makes and drops its indexes', () => {
    expect(createIndexesSql(example)).toBe(
      'create index "example_paidOn_caseId" on "example" ("paidOn", "caseId");',
    );
    expect(dropIndexesSql(example)).toBe('drop index "example_paidOn_caseId";');
  });

  it('finds, lists and stores rows by the key', () => {
    const condensed = (sql: string) => sql.replace(/\s+/g, ' ').trim();
    expect(condensed(loadSql(example))).toBe('select * from "example" where "caseId" = ? and "seq" = ?');
    expect(condensed(orderedSql(example))).toBe('select * from "example" order by "caseId", "seq"');
    expect(condensed(saveSql(example))).toBe(
      'insert into "example" ("caseId", "seq", "paidOn") values (?, ?, ?) ' +
        'on conflict ("caseId", "seq") do update set "paidOn" = "excluded"."paidOn"',
    );
  });
});
