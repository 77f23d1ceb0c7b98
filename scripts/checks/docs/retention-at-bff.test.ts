import { expect, it } from 'vitest';
import { forget } from '../../../bff/src/jobs/forget.ts';
import { testPorts } from '../../../bff/src/ports/ports.fixture.ts';
import { fillForHolder } from '../../../bff/src/protect/everything.fixture.ts';
import { keptTables } from './kept-tables.fixture.ts';

/** Of organisations, of operators, of the service itself: no clock ends these, and nothing of a holder is in them. */
const stays = [
  ...[
    'relying_parties',
    'relying_party_terms',
    'counters',
    'counter_keys',
    'counter_origins',
    'terminal_owners',
  ],
  ...['acceptance_points', 'proposals', 'operators', 'passkeys', 'audit', 'audit_heads', 'registry_head'],
  ...['registry_changes', 'counter_feeds', 'result_keys', 'authority_key_lists', 'trusted_roots', 'leases'],
  ...['walks', 'restores', 'migrations'],
];

it('SECURITY says of every table of the BFF until when, and this file shows it', async () => {
  const world = await testPorts();
  const { left } = await fillForHolder(world);
  const said = keptTables('BFF');
  expect([...Object.keys(left), ...stays].sort()).toEqual([...said.keys()].sort());
  for (const [table, { said: words }] of Object.entries(left))
    expect(said.get(table), table).toContain(words);
  await world.ports.db.close();
});

it('of a holder who did everything each table has what SECURITY says at each moment, and nothing more', async () => {
  const world = await testPorts();
  const { db } = world.ports;
  const began = world.clock.now;
  const { left } = await fillForHolder(world);
  const moments = [...new Set(Object.values(left).flatMap(({ until }) => until ?? []))].sort((a, b) => a - b);
  expect(moments.length).toBeGreaterThan(15);
  for (const moment of moments)
    for (const now of [moment - 1, moment]) {
      world.clock.now = now;
      await forget(world.ports);
      const there: string[] = [];
      for (const table of Object.keys(left))
        if ((await db.read(`select 1 as one from ${table} limit 1`, {})).length > 0) there.push(table);
      const due = Object.entries(left).flatMap(([table, { until = Number.POSITIVE_INFINITY }]) =>
        until > now ? [table] : [],
      );
      expect(there.sort(), `${now - began} ms on`).toEqual(due.sort());
    }
  await db.close();
});
