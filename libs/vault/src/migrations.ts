/**
 * Keys and hashes are text (base64url, hex), not blobs: text means the same to every driver and database.
 * A key that is null was destroyed; its row stays, so that the owner never silently gets another key.
 */
export const migrations = [
  {
    name: '0001-keys-and-sessions',
    sql: `
      CREATE TABLE master_key (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        check_value TEXT NOT NULL
      );
      CREATE TABLE owner_key (
        owner TEXT NOT NULL PRIMARY KEY,
        wrapped_key TEXT
      );
      CREATE TABLE session (
        token_hash TEXT NOT NULL PRIMARY KEY,
        staff_id TEXT NOT NULL,
        expires_at_ms INTEGER NOT NULL
      );
      CREATE INDEX session_expiry ON session (expires_at_ms);
    `,
  },
];
