import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { sweep } from '../../jobs/sweep.ts';
import type { Row, Statement } from '../../ports/db.ts';
import { hotel, testPorts } from '../../ports/ports.fixture.ts';
import { claim } from '../../verify/02-claim.ts';
import { readSessions } from '../../verify/08-sessions.ts';
import { playChecks } from '../../verify/checks.fixture.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';

const migrations = new URL('../../../migrations', import.meta.url).pathname;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The folder as it was when its last migration had that number. */
async function migrationsUpTo(last: number): Promise<string> {
  const older = join(folder, 'migrations');
  await cp(migrations, older, { recursive: true });
  for (const name of await readdir(older)) if (Number(name.slice(0, 3)) > last) await rm(join(older, name));
  return older;
}

function insertInto(table: string, row: Row): Statement {
  const columns = Object.keys(row);
  const sql = `insert into ${table} (${columns.join(', ')}) values (:${columns.join(', :')})`;
  return { sql, params: row };
}

it('a database of the first eleven migrations comes to the newest with all that lives in it', async () => {
  const file = join(folder, 'bff.db');
  const before = await testPorts();
  const checks = playChecks(before);
  const opened = await checks.open();
  const { sessionId: claimed } = await checks.claimed();
  const { sessionId: deciding } = await checks.deciding();
  const phone = await before.phone();
  const rows = (sql: string) => before.ports.db.read(sql, {});
  const sessions = await rows(
    'select id, state, version, counter_id, device, code_token, body, opened_at, deadline, purge_at from sessions',
  );
  const holders = await rows('select id, device, since from holders');
  const credentials = (await rows('select holder_id, handle, level, since from credentials')).map((row) => ({
    ...row,
    status: 'live',
  }));
  await before.ports.db.close();

  const older = await openSqlite(file, { migrations: await migrationsUpTo(11) });
  const stored = await older.write([
    ...sessions.map((row) => insertInto('sessions', row)),
    ...holders.map((row) => insertInto('holders', row)),
    ...credentials.map((row) => insertInto('credentials', row)),
    insertInto('idempotency', { scope: 'a', key: 'b', body_hash: 'c', answer: '{}', expires_at: 1 }),
    insertInto('quotas', { ends_at: 1, scope: 'a', used: 1 }),
    insertInto('sms_counts', { subject: 'a', sent_at: '1', forget_at: 1 }),
    insertInto('audit', { chain: 'a', seq: 1, at: 1, entry: '{}', hash: 'h' }),
    insertInto('audit_heads', { chain: 'a', seq: 1, hash: 'h' }),
  ]);
  expect(stored.done).toBe(true);
  await older.close();

  const world = await testPorts({ file });
  world.clock.now = before.clock.now;
  const listed = async () =>
    (await readSessions(world.ports, hotel, undefined)).sessions.map(({ sessionId, state }) => ({
      sessionId,
      state,
    }));
  const states = await listed();
  expect(states.map(({ sessionId }) => sessionId).sort()).toEqual(
    [opened.sessionId, claimed, deciding].sort(),
  );
  const view = await claim(world.ports, phone, { code: checks.codeOf(opened) });
  expect(view.state).toBe('claimed');
  await playChecks(world).open();
  expect((await listed()).slice(-2)).toMatchObject([{ sessionId: opened.sessionId }, { state: 'open' }]);
  world.clock.now += limits.checkLifetimeMost;
  await sweep(world.ports);
  const left = await world.ports.db.read(`select state from sessions order by state`, {});
  expect(left.map(({ state }) => state)).toEqual(['deciding', 'expired', 'expired', 'expired']);
  await world.ports.db.close();
});
