import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDb } from '../database/db-contract.fixture.ts';
import { openSqlite } from './open-sqlite.ts';
import { readSqlite } from './read-sqlite.ts';

const migrations = new URL('../../../migrations', import.meta.url).pathname;
const writer = new URL('./sqlite-writer.fixture.ts', import.meta.url).pathname;
let folder = '';
let files = 0;
const newFile = () => join(folder, `${files++}.db`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-db-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

let opened = '';
describeDb(
  'node:sqlite in a file',
  () => {
    opened = newFile();
    return openSqlite(opened, { migrations });
  },
  () => {
    const other = new DatabaseSync(opened);
    other.exec('begin immediate');
    return () => other.close();
  },
);
describeDb('node:sqlite in memory', () => openSqlite(':memory:', { migrations }));

const insert = (id: string) => ({
  sql: 'insert into holders (id, device, since) values (:id, :id, 0) returning id',
  params: { id },
  rows: 1,
});

describe('a database file', () => {
  it.each(['flushed', 'unflushed'])('keeps every resolved write through kill -9: %s', async (how) => {
    const file = newFile();
    const child = spawn(process.execPath, [writer, 'write', file, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.length > 5000) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const resolved = printed.slice(0, printed.lastIndexOf('\n')).split('\n');
    const db = await openSqlite(file, { migrations });
    const rows = await db.read('select id from holders', {});
    await db.close();
    const kept = new Set(rows.map((row) => row.id));
    expect(child.signalCode).toBe('SIGKILL');
    expect(resolved.length).toBeGreaterThan(500);
    expect(resolved.filter((id) => !kept.has(id))).toEqual([]);
  });

  it('holds queued writes after closing and opening again', async () => {
    const file = newFile();
    const first = await openSqlite(file, { migrations });
    void first.write([insert('a')]);
    await first.close();
    const second = await openSqlite(file, { migrations });
    expect(await second.read('select id from holders', {})).toEqual([{ id: 'a' }]);
    await second.close();
  });

  it('flushes again what must be after what need not be', async () => {
    const db = await openSqlite(newFile(), { migrations });
    const mode = async () =>
      (await db.read('select synchronous from pragma_synchronous', {}))[0]?.synchronous;
    const [normal, full] = [1, 2];
    expect(await mode()).toBe(full);
    await db.write([insert('a')], { flush: false });
    expect(await mode()).toBe(normal);
    await Promise.all([db.write([insert('b')], { flush: false }), db.write([insert('c')])]);
    expect(await mode()).toBe(full);
    await db.close();
  });

  it('shows a write only once it is committed', async () => {
    const db = await openSqlite(newFile(), { migrations });
    const written = db.write([insert('a')]);
    expect(await db.read('select id from holders', {})).toEqual([]);
    await written;
    expect(await db.read('select id from holders', {})).toHaveLength(1);
    await db.close();
  });

  it('lets one of several processes win a compare-and-set', async () => {
    const file = newFile();
    const db = await openSqlite(file, { migrations });
    await db.write([insert('shared')]);
    const run = promisify(execFile);
    const answers = await Promise.all(
      ['p', 'q', 'r', 's'].map((name) => run(process.execPath, [writer, 'race', file, name])),
    );
    expect(answers.map(({ stdout }) => stdout.trim()).sort()).toEqual(['lost', 'lost', 'lost', 'won']);
    expect(await db.read('select since from holders', {})).toEqual([{ since: 1 }]);
    await db.close();
  });

  it('rejects every write of a group whose commit fails', async () => {
    const own = join(folder, 'deferred');
    await cp(migrations, own, { recursive: true });
    const next = (await readdir(own)).filter((name) => name.endsWith('.sql')).length + 1;
    await writeFile(
      join(own, `${String(next).padStart(3, '0')}-late.sql`),
      'create table late (id text primary key, of text references holders (id) deferrable initially deferred)',
    );
    const db = await openSqlite(newFile(), { migrations: own });
    const orphan = {
      sql: 'insert into late (id, of) values (:id, :of)',
      params: { id: 'x', of: 'nobody' },
    };
    const both = await Promise.allSettled([db.write([insert('a')]), db.write([orphan])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await db.read('select id from holders', {})).toEqual([]);
    expect((await db.write([insert('a')])).done).toBe(true);
    await db.close();
  });

  it('is for one process alone, by whichever link it is reached, and its reserve is on its own disk', async () => {
    const [file, elsewhere] = [newFile(), newFile()];
    const alone = { onRoom() {} };
    const db = await openSqlite(file, { migrations, alone });
    await mkdir(elsewhere);
    const link = join(elsewhere, 'link.db');
    await symlink(file, link);
    expect((await stat(`${file}-lock`)).mode & 0o077).toBe(0);
    await expect(openSqlite(link, { migrations, alone })).rejects.toThrow('Another process');
    await db.close();
    const again = await openSqlite(link, { migrations, alone });
    expect(await readdir(elsewhere)).toEqual(['link.db']);
    await again.close();
  });

  it('is readable by its owner only, its log included', async () => {
    const file = newFile();
    const db = await openSqlite(file, { migrations });
    await db.write([insert('a')]);
    for (const each of [file, `${file}-wal`]) expect((await stat(each)).mode & 0o077).toBe(0);
    await db.close();
  });

  it('takes a select for reading and nothing else', async () => {
    const db = await openSqlite(':memory:', { migrations });
    await expect(db.read('delete from holders returning id', {})).rejects.toThrow('select');
    await db.close();
  });

  it('can be looked at, and not changed, while it is in use', async () => {
    const file = newFile();
    const db = await openSqlite(file, { migrations });
    await db.write([insert('a')]);
    const view = readSqlite(file);
    expect(await view.read('select id from holders', {})).toEqual([{ id: 'a' }]);
    await expect(view.read('delete from holders', {})).rejects.toThrow('readonly');
    await view.close();
    await db.close();
    expect(() => readSqlite(newFile())).toThrow();
  });

  it('refuses a file that is no database', async () => {
    const file = newFile();
    await writeFile(file, 'this is a text that is long enough to be looked at as a header of something');
    await expect(openSqlite(file, { migrations })).rejects.toThrow();
  });
});

describe('migrations', () => {
  const folderOf = async (texts: Record<string, string>) => {
    const own = await mkdtemp(join(folder, 'migrations-'));
    for (const [name, text] of Object.entries(texts)) await writeFile(join(own, name), text);
    return own;
  };
  const first = { '001-a.sql': 'create table a (id text primary key)' };

  it('are applied once, and new ones later', async () => {
    const file = newFile();
    await (await openSqlite(file, { migrations: await folderOf(first) })).close();
    const more = await folderOf({ ...first, '002-b.sql': 'create table b (id text primary key)' });
    await (await openSqlite(file, { migrations: more })).close();
    const db = await openSqlite(file, { migrations: more });
    const rows = await db.read('select name from migrations order by number', {});
    expect(rows).toEqual([{ name: '001-a.sql' }, { name: '002-b.sql' }]);
    await db.close();
  });

  it('leave nothing behind when one is wrong', async () => {
    const file = newFile();
    const wrong = await folderOf({
      ...first,
      '002-b.sql': 'create table b (id text); create tabel c (id text)',
    });
    await expect(openSqlite(file, { migrations: wrong })).rejects.toThrow('tabel');
    const db = await openSqlite(file, { migrations: await folderOf(first) });
    expect(await db.read("select name from sqlite_master where name = 'b'", {})).toEqual([]);
    await db.close();
  });

  it('are refused when an applied one was edited', async () => {
    const file = newFile();
    await (await openSqlite(file, { migrations: await folderOf(first) })).close();
    const edited = await folderOf({ '001-a.sql': 'create table a (id text primary key, more text)' });
    await expect(openSqlite(file, { migrations: edited })).rejects.toThrow('edited');
  });

  it('are refused when the database is newer than the program', async () => {
    const file = newFile();
    const more = await folderOf({ ...first, '002-b.sql': 'create table b (id text)' });
    await (await openSqlite(file, { migrations: more })).close();
    await expect(openSqlite(file, { migrations: await folderOf(first) })).rejects.toThrow('newer');
  });

  it('bring what was to be told and named over from a database of before', async () => {
    const file = newFile();
    const own = await mkdtemp(join(folder, 'migrations-'));
    for (const name of (await readdir(migrations)).filter((name) => name < '006'))
      await cp(join(migrations, name), join(own, name));
    const before = await openSqlite(file, { migrations: own });
    const run = (sql: string) => ({ sql, params: {} });
    const entry = (chain: string, seq: number, hash: string, previousHead = '') =>
      run(
        `insert into audit values ('${chain}', ${seq}, 1, '{"previousHead":"${previousHead}"}', '${hash}')`,
      );
    await before.write([
      run("insert into untold_voids values ('crd_1')"),
      ...[
        entry('a', 1, 'ha1'),
        entry('a', 2, 'ha2'),
        entry('b', 1, 'hb1', 'a:2:ha2'),
        entry('c', 1, 'hc1', 'a:1:ha1'),
      ],
    ]);
    await before.close();

    const db = await openSqlite(file, { migrations });
    expect(await db.read('select kind, key, payload, attempts, next_at from outbox', {})).toEqual([
      { kind: 'void-credential', key: 'crd_1', payload: 'crd_1', attempts: 0, next_at: 0 },
    ]);
    expect(await db.read('select chain, seq, hash from audit_heads order by chain', {})).toEqual([
      { chain: 'b', seq: 1, hash: 'hb1' },
      { chain: 'c', seq: 1, hash: 'hc1' },
    ]);
    await db.close();
  });

  it('are refused when a number is missing', async () => {
    const gap = await folderOf({ ...first, '003-c.sql': 'create table c (id text)' });
    await expect(openSqlite(':memory:', { migrations: gap })).rejects.toThrow('003-c.sql');
  });
});
