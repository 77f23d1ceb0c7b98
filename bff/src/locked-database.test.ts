import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSqlite } from './adapters/sqlite/read-sqlite.ts';
import { verifyChains } from './audit/verify-chains.ts';
import { environmentIn, killAll, openDesk, runBff } from './process.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bff-'));
});
afterEach(() => {
  killAll();
  rmSync(folder, { recursive: true });
});

it('a database that another program keeps locked is answered 503, while all that needs no write goes on; its audit chain stays whole', async () => {
  const { child, exit, ready } = runBff(environmentIn(folder));
  const url = await ready();
  const desk = await openDesk(url);
  const { sessionId } = await (await desk.open()).json();
  const other = new DatabaseSync(join(folder, 'bff.db'));
  other.exec('begin immediate');

  const opening = Promise.all(Array.from({ length: 20 }, () => desk.open()));
  let settled = false;
  void opening.then(() => {
    settled = true;
  });
  let read = 0;
  // Fewer than a counter's quota of polls, however fast the machine.
  while (!settled && read < 60) {
    expect((await desk.ask('GET', `/${sessionId}`)).status).toBe(200);
    read++;
  }
  // One that waits for the lock is answered no sooner than the writes are given up, however slow the machine.
  expect(read, 'reads that were answered meanwhile').toBeGreaterThan(2);
  for (const answer of await opening) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ code: 'storage-busy', action: 'retry-later' });
  }

  other.close();
  expect((await desk.open()).status).toBe(201);
  child.kill('SIGTERM');
  expect(await exit).toEqual([0, null]);
  expect(readFileSync(join(folder, 'bff.log'), 'utf8')).toContain('"code":"storage-busy"');
  const db = readSqlite(join(folder, 'bff.db'));
  expect(await verifyChains(db)).toMatchObject({ chains: 1 });
  await db.close();
});
