import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { openSqlite } from '../adapters/sqlite/open-sqlite.ts';
import type { Db } from '../ports/db.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { openLease } from './lease.ts';
import { runLeased } from './run-leased.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
let folder: string;
let world: Awaited<ReturnType<typeof testPorts>>;
let handles: Db[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lz-leases-'));
  world = await testPorts();
  const open = () => openSqlite(join(folder, 'bff.db'), { migrations });
  handles = [await open(), await open()];
});
afterEach(async () => {
  for (const db of handles) await db.close();
  await rm(folder, { recursive: true });
});

/** The ports of two processes on one database. */
const processes = () => handles.map((db) => ({ ...world.ports, db }));
const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};

describe('a lease', () => {
  it('is one process’s at a time, also when many ask at once', async () => {
    const leases = Array.from({ length: 10 }, (_, n) =>
      openLease({ ...world.ports, db: handles[n % 2] ?? world.ports.db }, 'work'),
    );
    const held = await Promise.all(leases.map((lease) => lease.hold()));
    expect(held.filter((each) => each)).toHaveLength(1);
  });

  it('stays with who renews it', async () => {
    const [one, two] = processes().map((ports) => openLease(ports, 'work'));
    for (let round = 0; round < 40; round++) {
      expect([await one?.hold(), await two?.hold()]).toEqual([true, false]);
      pass(limits.jobEvery);
    }
  });

  it('goes to another once it has run out, and its first holder learns that', async () => {
    const [one, two] = processes().map((ports) => openLease(ports, 'work'));
    await one?.hold();
    pass(limits.leaseLifetime + limits.leaseGrace - 1);
    expect(await two?.hold()).toBe(false);
    pass(1);
    expect(await two?.hold()).toBe(true);
    expect(await one?.hold()).toBe(false);
  });

  it('goes to another when its holder’s clock was a day ahead, and the holder learns that once it is set right', async () => {
    const [one, two] = processes().map((ports) => openLease(ports, 'work'));
    pass(24 * 60 * 60_000);
    expect(await one?.hold()).toBe(true);
    pass(-24 * 60 * 60_000);
    expect(await two?.hold()).toBe(true);
    expect(await one?.hold()).toBe(false);
  });

  it('goes to another at once when it is released, and each name is a lease of its own', async () => {
    const [one, two] = processes().map((ports) => openLease(ports, 'work'));
    await one?.hold();
    expect(await openLease({ ...world.ports, db: handles[1] ?? world.ports.db }, 'other').hold()).toBe(true);
    await two?.release();
    expect(await two?.hold()).toBe(false);
    await one?.release();
    expect(await two?.hold()).toBe(true);
  });
});

describe('leased work', () => {
  it('is done in one of two processes, and in the other after that one has stopped', async () => {
    const done: number[] = [];
    const stops = processes().map((ports, n) => runLeased(ports, 'work', async () => void done.push(n)));
    await expect.poll(() => done.length, { timeout: 5000 }).toBeGreaterThan(1);
    const [first = 0] = done;
    expect(new Set(done)).toEqual(new Set([first]));
    stops[first]?.();
    await expect.poll(() => done.at(-1), { timeout: 5000 }).toBe(1 - first);
    stops[1 - first]?.();
  });
});
