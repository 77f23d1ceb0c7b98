import { globSync, readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { queueMessage } from '../outbox/queue-message.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { playChecks } from '../verify/checks.fixture.ts';
import { startJobs } from './start-jobs.ts';

const database = new DatabaseSync(':memory:');
const migrations = fileURLToPath(new URL('../../migrations/', import.meta.url));
for (const name of readdirSync(migrations).sort()) database.exec(readFileSync(migrations + name, 'utf8'));
database.exec(
  'create table migrations (number integer primary key, name text not null, digest text not null)',
);
afterAll(() => database.close());

/** The parts of a statement's plan that look through all rows of a table, or sort what they find. */
function scansOf(sql: string): string[] {
  const plan = database.prepare(`explain query plan ${sql}`).all();
  return plan
    .map(({ detail }) => String(detail))
    .filter((detail) => /^SCAN (?!CONSTANT|held)|TEMP B-TREE/.test(detail));
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
    {
      sql: `insert into arrivals (ticket, seed, session_id, expires_at) values ('x', 'x', 'x', :at)`,
      params: { at: world.clock.now },
    },
  ]);
  world.clock.now += limits.openLifetime;
  const stop = startJobs({ ...world.ports, db });
  await expect.poll(() => [...asked].filter((sql) => sql.startsWith('delete from')).length).toBe(5);
  stop();
  expect([...asked].filter((sql) => sql.includes('sessions')).length).toBeGreaterThan(2);
  for (const sql of asked) expect(scansOf(sql), sql).toEqual([]);
});

/** A text that begins as SQL does: in quotes on one line, or in a template. */
const sqlText =
  /'(\s*(?:select|insert|update|delete|with)\s[^'\n]*)'|`(\s*(?:select|insert|update|delete|with)\s[^`]*)`/g;

/**
 * What is read whole: a few rows always, such as those of operators and of what each of them holds; the audit chains by who checks
 * them; what waits for an authority that is away, by an operator who looks or asks for figures.
 */
const readWhole = [
  ...['from migrations', 'from audit_heads', 'from audit where', 'from result_keys', 'from trusted_roots'],
  ...['from operators', 'update operators', 'from operator_invites', 'from operator_tokens', 'from pairings'],
  'from passkeys where operator_id',
  'select count(*) as n, min(queued_at) as oldest from outbox',
  'from outbox group by',
];

it('no SQL text of the program looks through a table', () => {
  const source = fileURLToPath(new URL('../', import.meta.url));
  const texts = globSync('**/*.ts', { cwd: source })
    .filter((name) => !/\.(test|fixture)\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(source + name, 'utf8').matchAll(sqlText)])
    .map(([, quoted, template]) => quoted ?? template ?? '')
    .filter((text) => / (from|into|set) /.test(text) && !text.includes('${'));
  expect(texts.length).toBeGreaterThan(30);
  const found = texts
    .filter((text) => !readWhole.some((part) => text.includes(part)))
    .map((text) => ({ text, scans: scansOf(text) }))
    .filter(({ scans }) => scans.length > 0);
  expect(found).toEqual([]);
});
