import { createHmac } from 'node:crypto';
import * as limits from '../../../../shared/limits.ts';
import type { ReplayGuard } from '../../ports/replay.ts';
import type { Counting } from '../../quota/asked.ts';
import { take } from '../../quota/take.ts';

/**
 * Keeps one-time ids as keyed hashes in the database, each until its window is over by the clock of every machine that shares the
 * database. Insert and count are one write: a replay uses up nothing, and a new id beyond its quota leaves no trace.
 */
export function databaseReplayGuard(ports: Counting): ReplayGuard {
  let restored: Promise<number> | undefined;
  return async ({ scope, id, madeAt, window, quota, flush }) => {
    restored ??= restoredAt(ports.db).catch((fault: unknown) => {
      restored = undefined;
      throw fault;
    });
    if (madeAt <= (await restored) + limits.clockSkew) return false;
    const shown = {
      sql: 'insert into replays (id, expires_at) values (:id, :expiresAt)',
      params: {
        id: createHmac('sha256', ports.settings.holderPepper)
          .update(`replay|${JSON.stringify([scope, id])}`)
          .digest('base64url'),
        expiresAt: ports.now() + window + limits.clockSkew,
      },
    };
    const { written } = await take(ports, quota === undefined ? [] : [quota], { also: [shown], flush });
    return written.done;
  };
}

/** No process runs while a database is restored, so that it is looked at until it was read once. */
async function restoredAt(db: Counting['db']): Promise<number> {
  const [row] = await db.read('select at from restores where at > 0 order by at desc limit 1', {});
  return row === undefined ? Number.NEGATIVE_INFINITY : Number(row.at);
}
