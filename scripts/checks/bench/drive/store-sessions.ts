import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { openSqlite } from '../../../../bff/src/adapters/sqlite/open-sqlite.ts';
import * as limits from '../../../../shared/limits.ts';

const migrations = fileURLToPath(new URL('../../../../bff/migrations', import.meta.url));

/**
 * Fills the database of a BFF that does not run yet with checks that passed within the last half day, as many as are wanted: none of
 * them is due for anything while the bench runs. They are those of the counters that take part.
 */
export async function storeSessions(file: string, count: number, counters: readonly string[]): Promise<void> {
  await (await openSqlite(file, { migrations })).close();
  const database = new DatabaseSync(file);
  const now = Date.now();
  const earliest = now - limits.resultRetention / 2;
  database.exec('pragma journal_mode = wal; pragma synchronous = off');
  database
    .prepare(
      `with recursive n (i) as (select 0 union all select i + 1 from n where i + 1 < :count),
        made as (
          select i, 'ses_' || printf('%022d', i) as id, json_extract(:counters, '$[' || (i % cast(:each as integer)) || ']') as counter,
            :earliest + cast(i * :step as integer) as at from n)
      insert into sessions (id, state, version, counter_id, rp_id, device, code_token, body, opened_at, deadline, purge_at)
      select id, 'passed', 6, counter, :rp, null, null, json_object(
          'state', 'passed', 'id', id, 'ceremony', 'verify', 'version', 6, 'openedAt', at, 'deadline', at + :retention + :memory,
          'parties', json_object(), 'asked', json_object('by', 'counter', 'request', json_object(
            'rpId', :rp, 'counterId', counter, 'scene', 'hotel', 'level', 'basic', 'purpose', 'check-in')),
          'endedAt', at, 'consent', json_object('face', json('true'), 'voice', json('true')), 'level', 'basic',
          'sandbox', json('true')),
        at, at + :retention + :memory, at + :retention
      from made`,
    )
    .run({
      count,
      each: counters.length,
      counters: JSON.stringify(counters),
      earliest,
      step: (now - limits.claimMemory - earliest) / count,
      rp: 'rp_sandbox-hotel',
      retention: limits.resultRetention,
      memory: limits.claimMemory,
    });
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
}
