import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import type { Db } from '../../ports/db.ts';
import { usageInMemory } from '../memory/usage-in-memory.ts';
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

const settings = { holderPepper: new Uint8Array(32) };
const measures = { quotaRefused() {} };

/** A process of its own on the one database. */
async function start() {
  const db = await openSqlite(join(folder, 'bff.db'), { migrations });
  open.push(db);
  const replay = databaseReplayGuard({ db, usage: usageInMemory(), now: () => time, settings, measures });
  const show = (id: string, scope = 'a', flush = true) =>
    replay({
      scope,
      id,
      madeAt: time,
      window: 100,
      quota: { quota: 'platform-faces-by-holder', subject: scope },
      flush,
    });
  return { db, show };
}

it('is judged again after a look at the database that failed', async () => {
  const { db, show } = await start();
  const { read } = db;
  db.read = async () => {
    throw new Error('busy');
  };
  await expect(show('id')).rejects.toThrow('busy');
  db.read = read;
  expect([await show('id'), await show('id')]).toEqual([true, false]);
});

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
  const { atOnce, every } = limits.platformFacePerHolder;

  it('are refused rather than forgotten when there are too many, and replays take nothing of the quota', async () => {
    const { show } = await start();
    for (let n = 0; n < atOnce; n++) expect([await show(`${n}`), await show(`${n}`)]).toEqual([true, false]);
    await expect(show('late')).rejects.toMatchObject({ code: 'too-many-requests', retryAfter: every / 1000 });
    expect(await show('0')).toBe(false);
    expect(await show('late', 'another scope')).toBe(true);
    time += every;
    expect(await show('late')).toBe(true);
    await expect(show('later')).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('are kept as hashes', async () => {
    const { db, show } = await start();
    await show('an id', 'a scope');
    const kept = [await db.read('select * from replays', {}), await db.read('select * from buckets', {})];
    expect(JSON.stringify(kept)).not.toMatch(/an id|a scope/);
  });
});
