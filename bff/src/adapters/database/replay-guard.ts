import { createHmac } from 'node:crypto';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db } from '../../ports/db.ts';
import type { ReplayGuard } from '../../ports/replay.ts';

/**
 * Keeps one-time ids as keyed hashes in the database, each until its window is over by the clock of every machine that shares the
 * database. Insert and count are one write: a replay uses up no room, and a new id beyond the quota leaves no trace.
 */
export function databaseReplayGuard(options: { db: Db; now: () => number; key: Uint8Array }): ReplayGuard {
  const { db, now, key } = options;
  const hashOf = (text: string) => createHmac('sha256', key).update(`replay|${text}`).digest('base64url');
  return async ({ scope, id, window, most, flush }) => {
    const at = now();
    const written = await db.write(
      [
        {
          sql: 'insert into replays (id, expires_at) values (:id, :expiresAt)',
          params: { id: hashOf(JSON.stringify([scope, id])), expiresAt: at + window + limits.clockSkew },
        },
        {
          sql: `insert into quotas (scope, ends_at, used) values (:scope, :endsAt, 1)
            on conflict (ends_at, scope) do update set used = quotas.used + 1 where quotas.used < :most returning used`,
          params: { scope: hashOf(scope), endsAt: at - (at % window) + window, most },
          rows: 1,
        },
      ],
      { flush },
    );
    if (!written.done && written.why === 'lost') throw new Problem('too-many-requests');
    return written.done;
  };
}
