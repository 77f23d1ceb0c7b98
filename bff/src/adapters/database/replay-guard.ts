import { hash } from 'node:crypto';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Db } from '../../ports/db.ts';
import type { ReplayGuard } from '../../ports/replay.ts';

/**
 * Keeps one-time ids as hashes in the database, each until its window is over by the clock of every machine that shares the
 * database. Insert and count are one write: a replay uses up no room, and a new id beyond the quota leaves no trace.
 */
export function databaseReplayGuard({ db, now }: { db: Db; now: () => number }): ReplayGuard {
  return async ({ scope, id, window, most, per, flush }) => {
    const at = now();
    const endsAt = at - (at % per) + per;
    const written = await db.write(
      [
        {
          sql: 'insert into replays (id, expires_at) values (:id, :expiresAt)',
          params: { id: hashOf(JSON.stringify([scope, id])), expiresAt: at + window + limits.clockSkew },
        },
        {
          sql: `insert into quotas (scope, ends_at, used) values (:scope, :endsAt, 1)
            on conflict (ends_at, scope) do update set used = quotas.used + 1 where quotas.used < :most returning used`,
          params: { scope: hashOf(scope), endsAt, most },
          rows: 1,
        },
      ],
      { flush },
    );
    if (!written.done && written.why === 'lost')
      throw new Problem('too-many-requests', { retryAfter: Math.ceil((endsAt - at) / 1000) });
    return written.done;
  };
}

function hashOf(text: string): string {
  return hash('sha256', text, 'base64url');
}
