import { createHash, randomBytes } from 'node:crypto';
import type { SqliteDatabase } from '@yihu/sql';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Who holds the session, and the moment from which it counts no more. */
export interface Session {
  readonly staffId: string;
  readonly expiresAt: Date;
}

/** Server-side sessions behind opaque tokens (ASVS 7.2.3): ending one works at once. */
export interface Sessions {
  /** Opens a session and returns its token, 256 random bits in base64url. Only a hash of it is stored. */
  create(staffId: string, now: Date, lifetimeMs: number): string;
  /** The living session of a token, or undefined for one that is unknown, ended or expired. */
  find(token: string, now: Date): Session | undefined;
  /** Ends the session of a token; a token without a session is no error. */
  end(token: string): void;
}

export function sessionsIn(database: SqliteDatabase): Sessions {
  const insert = database.prepare(
    'INSERT INTO session (token_hash, staff_id, expires_at_ms) VALUES (?, ?, ?)',
  );
  const select = database.prepare<{ staff_id: string; expires_at_ms: number }>(
    'SELECT staff_id, expires_at_ms FROM session WHERE token_hash = ?',
  );
  const remove = database.prepare('DELETE FROM session WHERE token_hash = ?');
  const removeExpired = database.prepare('DELETE FROM session WHERE expires_at_ms <= ?');

  return {
    create(staffId, now, lifetimeMs) {
      const expiresAtMs = now.getTime() + lifetimeMs;
      if (!Number.isSafeInteger(expiresAtMs) || lifetimeMs <= 0) {
        throw new RangeError(`A session cannot last ${lifetimeMs} ms from ${now.getTime()}.`);
      }
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      // Whoever signs in sweeps up: the table stays as small as the number of living sessions.
      removeExpired.run(now.getTime());
      insert.run(hashOf(token), staffId, expiresAtMs);
      return token;
    },
    find(token, now) {
      if (!TOKEN.test(token)) return undefined;
      const [row] = select.all(hashOf(token));
      if (!row || row.expires_at_ms <= now.getTime()) return undefined;
      return { staffId: row.staff_id, expiresAt: new Date(row.expires_at_ms) };
    },
    end(token) {
      remove.run(hashOf(token));
    },
  };
}

/** A plain hash is enough: nobody can search through 2^256 tokens, and a stolen table opens no session. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
