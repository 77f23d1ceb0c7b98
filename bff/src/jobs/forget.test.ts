import { beforeEach, expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { forget } from './forget.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
  return () => world.ports.db.close();
});

const replay = (id: string, expiresAt: number): Statement => ({
  sql: 'insert into replays (id, expires_at) values (:id, :expiresAt)',
  params: { id, expiresAt },
});

it('forgets what a flood has left in portions, others writing in between, and nothing before its time', async () => {
  const { db } = world.ports;
  const past = Array.from({ length: 2 * limits.forgottenAtOnce + 1 }, (_, n) =>
    replay(`past-${n}`, world.clock.now),
  );
  await db.write([...past, replay('present', world.clock.now + 1)]);
  const portions: number[] = [];
  const write: typeof db.write = async (statements, options) => {
    const written = await db.write(statements, options);
    if (written.done) portions.push(written.rows[0]?.length ?? 0);
    return written;
  };
  await forget({ ...world.ports, db: { ...db, write } });
  expect(portions).toEqual([limits.forgottenAtOnce, limits.forgottenAtOnce, 1]);
  expect(await db.read('select id from replays', {})).toEqual([{ id: 'present' }]);
});

it('forgets in every table that has rows which pass', async () => {
  const { db } = world.ports;
  const now = world.clock.now;
  await db.write([
    {
      sql: `insert into idempotency (call, asked, session_id, made, expires_at) values ('c', 'a', 's', '', :now)`,
      params: { now },
    },
    {
      sql: `insert into sms_codes (number, device, code, guesses, expires_at) values ('n', 'd', 'c', 0, :now)`,
      params: { now },
    },
    {
      sql: `insert into device_codes (device_code, seed, address, user_code, session_id, counter_id, expires_at, pause, asked_at, hurried,
          purge_at) values ('d', 's', 'a', 'u', 's', 'c', 0, 5, 0, 0, :now)`,
      params: { now },
    },
    {
      sql: `insert into buckets (subject, full_at) values ('full', :now), ('filling', :now + 1)`,
      params: { now },
    },
  ]);
  await forget(world.ports);
  for (const [table, left] of [
    ['idempotency', 0],
    ['device_codes', 0],
    ['sms_codes', 0],
    ['buckets', 1],
  ] as const)
    expect(await db.read(`select 1 as one from ${table}`, {}), table).toHaveLength(left);
});
