import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../ports/db.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { databaseReplayGuard } from './replay-guard.ts';

const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));
let folder: string;
let time: number;
let open: Db[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-replays-'));
  time = 1000;
  open = [];
});
afterEach(async () => {
  for (const db of open) await db.close();
  await rm(folder, { recursive: true });
});

/** A process of its own on the one database. */
async function start() {
  const db = await openSqlite(join(folder, 'bff.db'), { migrations });
  open.push(db);
  const replay = databaseReplayGuard({ db, now: () => time });
  const show = (id: string, scope = 'a', flush = true) =>
    replay({ scope, id, window: 100, per: 60, most: 3, flush });
  return { db, show };
}

describe.each([true, false])('a one-time id, flushed: %s', (flush) => {
  it('is taken once, also of fifty at once and by two processes', async () => {
    const [one, two] = [await start(), await start()];
    const shown = Array.from({ length: 50 }, (_, n) => (n % 2 ? one : two).show('id', 'a', flush));
    expect((await Promise.all(shown)).filter((first) => first)).toHaveLength(1);
  });

  it('is refused after a restart, for the whole window', async () => {
    const before = await start();
    expect(await before.show('id', 'a', flush)).toBe(true);
    await before.db.close();
    time += 99;
    const after = await start();
    expect(await after.show('id', 'a', flush)).toBe(false);
    expect(await after.show('id', 'b', flush)).toBe(true);
  });
});

describe('new ids', () => {
  it('are refused rather than forgotten when there are too many, until there is room again', async () => {
    const { show } = await start();
    time = 1020;
    const shown = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((id) => show(id)));
    expect(shown.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(show('d')).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: 1 });
    time = 1079;
    await expect(show('d')).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: 1 });
    expect(await show('a')).toBe(false);
    expect(await show('d', 'another scope')).toBe(true);
    time = 1080;
    expect(await show('d')).toBe(true);
    expect(await show('a')).toBe(false);
  });

  it('are kept as hashes', async () => {
    const { db, show } = await start();
    await show('an id', 'a scope');
    const kept = [await db.read('select * from replays', {}), await db.read('select * from quotas', {})];
    expect(JSON.stringify(kept)).not.toMatch(/an id|a scope/);
  });
});
