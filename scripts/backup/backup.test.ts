import { randomBytes } from 'node:crypto';
import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../bff/src/adapters/sqlite/open-sqlite.ts';
import { readSqlite } from '../../bff/src/adapters/sqlite/read-sqlite.ts';
import { canonicalText, chainHash } from '../../bff/src/audit/entries.ts';
import { openAudit } from '../../bff/src/audit/open-audit.ts';
import {
  askToken,
  environmentIn,
  killAll,
  makeAssertion,
  openDesk,
  runBff,
} from '../../bff/src/process.fixture.ts';
import { backUp } from './back-up.ts';
import { checkCopy } from './check-copy.ts';
import { restore } from './restore.ts';

const migrations = fileURLToPath(new URL('../../bff/migrations', import.meta.url));
const random = (length: number) => new Uint8Array(randomBytes(length));
/** Another user than root, as a service has. */
const service = 65_534;
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('this is not root: whose files a restore by root leaves is not looked at');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-backup-'));
});
afterEach(() => {
  killAll();
  rmSync(folder, { recursive: true });
});
const copies = () => join(folder, 'copies');

it('a copy that is taken while the BFF writes is whole, and opens nothing again that was used before its restore', async () => {
  const env = environmentIn(folder);
  const first = runBff(env);
  const url = await first.ready();
  const desk = await openDesk(url);
  const before = await (await desk.open()).json();
  let writing = true;
  const writes = (async () => {
    let count = 0;
    for (; writing; count++) await (await desk.ask('GET', `/${before.sessionId}`)).arrayBuffer();
    return count;
  })();
  await desk.open();
  const { file, entries, heads } = await backUp(join(folder, 'bff.db'), copies(), Date.now());
  writing = false;
  expect(await writes).toBeGreaterThan(0);
  expect(entries).toBeGreaterThan(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(copies())).toHaveLength(1);

  const used = [await makeAssertion(60), await makeAssertion(60, { dated: false })];
  for (const each of used) expect((await askToken(url, each)).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.exit;

  const fresh = join(folder, 'fresh', 'bff.db');
  // As if three quarters of a minute had gone since: what is made now was made by no clock before it.
  await restore(file, fresh, { now: Date.now() - 45_000, noted: heads });
  const second = runBff({ ...env, LZ_DATABASE: fresh });
  const again = await second.ready();
  for (const each of used)
    expect(await (await askToken(again, each)).json()).toMatchObject({ code: 'client-unknown' });
  const kept = await (await openDesk(again)).ask('GET', `/${before.sessionId}`);
  expect(await kept.json()).toMatchObject({ sessionId: before.sessionId, state: 'open' });
  second.child.kill('SIGTERM');
  expect(await second.exit).toEqual([0, null]);
  expect((await checkCopy(fresh, heads)).entries).toBeGreaterThan(entries);
});

/** A database as the version before the registry left it, with a holder, a proof that was used and an audit entry. */
async function oldDatabase(file: string): Promise<void> {
  const old = join(folder, 'old-migrations');
  mkdirSync(old);
  const names = readdirSync(migrations).filter((name) => name < '021');
  expect(names).toHaveLength(20);
  for (const name of names) cpSync(join(migrations, name), join(old, name));
  const db = await openSqlite(file, { migrations: old });
  const began = { event: 'process-started', by: 'operator', previousHead: '' };
  const opened = { event: 'application-opened', by: 'holder', voice: true };
  let previous = '';
  for (const [place, event] of [began, opened].entries()) {
    const row = { chain: 'a'.repeat(32), seq: place + 1, at: 1000 };
    const entry = canonicalText({ ...row, previous, ...event });
    previous = chainHash(previous, entry);
    const sql = 'insert into audit (chain, seq, at, entry, hash) values (:chain, :seq, :at, :entry, :hash)';
    await db.write([{ sql, params: { ...row, entry, hash: previous } }]);
  }
  await db.write([
    {
      sql: 'insert into audit_heads (chain, seq, hash) values (:chain, 2, :hash)',
      params: { chain: 'a'.repeat(32), hash: previous },
    },
    { sql: "insert into holders (id, device, since) values ('hol_x', 'd', 1)", params: {} },
    { sql: "insert into replays (id, expires_at) values ('used', 9999)", params: {} },
  ]);
  await db.close();
}

describe('an upgrade', () => {
  it('takes a database of an earlier version, by a start or by a restore, and keeps all that it holds', async () => {
    const file = join(folder, 'old.db');
    await oldDatabase(file);
    const { file: copy } = await backUp(file, copies(), 5000);
    const fresh = join(folder, 'fresh.db');
    await restore(copy, fresh, { now: 6000 });
    for (const each of [file, fresh]) {
      await (await openSqlite(each, { migrations })).close();
      const db = readSqlite(each);
      expect(await db.read('select max(number) as newest from migrations', {})).toEqual([
        { newest: readdirSync(migrations).length },
      ]);
      expect(await db.read('select id from holders', {})).toEqual([{ id: 'hol_x' }]);
      expect(await db.read('select id from replays', {})).toEqual([{ id: 'used' }]);
      await db.close();
    }
    const db = readSqlite(fresh);
    expect(await db.read('select at, taken_at from restores', {})).toEqual([{ at: 6000, taken_at: 1000 }]);
    await db.close();
    expect(await checkCopy(fresh)).toMatchObject({ entries: 5 });
  });

  it('is refused where the copy is of a later version, and leaves nothing', async () => {
    const file = join(folder, 'new.db');
    await (await openSqlite(file, { migrations })).close();
    const later = new DatabaseSync(file);
    later.exec("insert into migrations (number, name, digest) values (999, 'later', 'x')");
    later.close();
    await expect(restore(file, join(folder, 'target.db'), { now: 1 })).rejects.toThrow('newer');
    expect(readdirSync(folder).filter((name) => name.startsWith('target'))).toEqual([]);
  });
});

describe('a restore', () => {
  it('never writes over a database, and takes no copy that was cut or changed', async () => {
    const file = join(folder, 'bff.db');
    await oldDatabase(file);
    const { file: copy, heads } = await backUp(file, copies(), 5000);
    const elsewhere = join(folder, 'x.db');
    await expect(restore(copy, file, { now: 1 })).rejects.toThrow('move it away first');
    await expect(restore(join(folder, 'none'), elsewhere, { now: 1 })).rejects.toThrow('There is no file');
    const changed = new DatabaseSync(copy);
    changed.exec(
      'delete from audit where seq = 2; update audit_heads set seq = 1, hash = (select hash from audit)',
    );
    changed.close();
    await expect(restore(copy, elsewhere, { now: 1, noted: heads })).rejects.toThrow('it was noted down');
  });

  it.skipIf(!isRoot)(
    'by root is the service’s that its folder belongs to, with all that lies beside it',
    async () => {
      const file = join(folder, 'bff.db');
      await oldDatabase(file);
      const { file: copy } = await backUp(file, copies(), 5000);
      const state = join(folder, 'state');
      mkdirSync(state);
      chownSync(state, service, service);
      await restore(copy, join(state, 'fresh.db'), { now: 6000 });
      const names = readdirSync(state).sort();
      expect(names).toEqual(expect.arrayContaining(['fresh.db', 'fresh.db-lock', 'fresh.db-reserve']));
      for (const name of names) {
        const { uid, gid, mode } = statSync(join(state, name));
        expect([name, uid, gid, mode & 0o777]).toEqual([name, service, service, 0o600]);
      }
    },
  );

  it('ends every operator’s token and every code that opens something once', async () => {
    const file = join(folder, 'bff.db');
    const db = await openSqlite(file, { migrations });
    const { flush } = await openAudit({ db, now: () => 1000, random });
    await flush();
    const late = 9_999_999_999_999;
    await db.write([
      ...[
        "operators (id, name, since) values ('opr_lin', 'Lin', 1)",
        `operator_tokens (hash, operator_id, expires_at) values ('t', 'opr_lin', ${late})`,
        `operator_invites (hash, operator_id, name, expires_at) values ('i', 'opr_wu', 'Wu', ${late})`,
        `passkey_challenges (ceremony, challenge, purpose, about, expires_at) values ('c', 'c', 'sign-in', '', ${late})`,
        `pairings (hash, code, label, network, expires_at) values ('p', 'BCDF-BCDF', 'desk', 'n', ${late})`,
        `sms_codes (number, device, code, guesses, expires_at) values ('n', 'd', 'c', 0, ${late})`,
        `arrivals (ticket, seed, session_id, expires_at) values ('t', 's', 'ses', ${late})`,
        `device_codes (device_code, seed, address, user_code, session_id, counter_id, expires_at, pause, asked_at, hurried, purge_at)
          values ('d', 's', 'a', 'u', 'ses', 'cnt', ${late}, 5, 0, 0, ${late})`,
      ].map((row) => ({ sql: `insert into ${row}`, params: {} })),
      {
        sql: `insert into proposals (id, proposed, proposed_by, proposed_at, expires_at, state)
          values ('prp_open', '{}', 'opr_lin', 1000, 9999999999999, 'open')`,
        params: {},
      },
    ]);
    await db.close();
    const fresh = join(folder, 'fresh.db');
    await restore((await backUp(file, copies(), 5000)).file, fresh, { now: 6000 });
    const restored = readSqlite(fresh);
    expect(await restored.read('select state, decided_at from proposals', {})).toEqual([
      { state: 'withdrawn', decided_at: 6000 },
    ]);
    for (const table of [
      'operator_tokens',
      'operator_invites',
      'passkey_challenges',
      'pairings',
      'arrivals',
      'device_codes',
      'sms_codes',
    ])
      expect(await restored.read(`select count(*) as rows_left from ${table}`, {}), table).toEqual([
        { rows_left: 0 },
      ]);
    await restored.close();
  });
});
