import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { playChecks } from '../verify/checks.fixture.ts';
import { startJobs } from './start-jobs.ts';

/** The parts of a statement's plan that look through all rows of a table. */
function scansOf(sql: string): string[] {
  const database = new DatabaseSync(':memory:');
  const folder = fileURLToPath(new URL('../../migrations/', import.meta.url));
  for (const name of readdirSync(folder).sort()) database.exec(readFileSync(folder + name, 'utf8'));
  const plan = database.prepare(`explain query plan ${sql}`).all();
  database.close();
  return plan.map(({ detail }) => String(detail)).filter((detail) => detail.startsWith('SCAN'));
}

it('what happens by itself costs what is due, not what is stored: no statement looks through a table', async () => {
  const world = await testPorts();
  const asked = new Set<string>();
  const { read, write } = world.ports.db;
  const db: Ports['db'] = {
    ...world.ports.db,
    read(sql, params) {
      asked.add(sql);
      return read(sql, params);
    },
    write(statements, options) {
      for (const { sql } of statements) asked.add(sql);
      return write(statements, options);
    },
  };
  const handle = newId('crd', world.ports.random);
  await playChecks(world).open();
  await write([
    queueMessage(world.ports, { kind: 'void-credential', handle }),
    {
      sql: 'insert into replays (id, expires_at) values (:id, :at)',
      params: { id: 'x', at: world.clock.now },
    },
  ]);
  world.clock.now += limits.openLifetime;
  const stop = startJobs({ ...world.ports, db });
  await expect.poll(() => [...asked].filter((sql) => sql.startsWith('delete from')).length).toBe(2);
  stop();
  expect([...asked].filter((sql) => sql.includes('sessions')).length).toBeGreaterThan(2);
  for (const sql of asked) expect(scansOf(sql), sql).toEqual([]);
});
