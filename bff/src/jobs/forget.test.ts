import { beforeEach, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
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
