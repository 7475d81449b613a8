import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * 1 when the row's stream is parked. It is asked at reading time instead of stored, so that no row can be
 * forgotten when a stream is parked or released.
 */
export function incompleteFlag(kind: string, idColumn: string): RawBuilder<0 | 1> {
  return sql<0 | 1>`case when exists (
    select 1 from ${sql.table('parked_streams')}
    where ${sql.ref('parked_streams.kind')} = ${kind} and ${sql.ref('parked_streams.subjectId')} = ${sql.ref(idColumn)}
  ) then 1 else 0 end`;
}

/** Whether a column holds a text, in any case: `like` alone ignores case on SQLite and not on PostgreSQL. */
export function containsText(column: string, part: string): RawBuilder<SqlBool> {
  const pattern = `%${part.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql<SqlBool>`lower(${sql.ref(column)}) like ${pattern} escape '!'`;
}
