import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { insertSession } from '../session/row.ts';
import type { Session } from '../session/session.ts';
import { sweep } from './sweep.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.ports.db.close());

const open = (at: typeof hotel, deadline: number): Session => ({
  id: newId('ses', world.ports.random),
  ceremony: 'verify',
  state: 'open',
  version: 1,
  shown: 1,
  openedAt: world.clock.now,
  deadline,
  parties: {},
  asked: {
    by: 'counter',
    request: { ...at, scene: 'hotel', level: 'basic', purpose: 'check-in', word: 'late' },
    code: {
      token: Buffer.from(world.ports.random(16)).toString('base64url'),
      secret: Buffer.from(world.ports.random(32)).toString('base64url'),
    },
  },
});

/** Sweeps; answers the ids that were ended, by write. */
async function sweepInWrites(): Promise<string[][]> {
  const { db } = world.ports;
  const ended: string[][] = [];
  const write = async (statements: Statement[]) => {
    const written = await db.write(statements);
    if (written.done) ended.push(written.rows.flat().map(({ id }) => String(id)));
    return written;
  };
  await sweep({ ...world.ports, db: { ...db, write } });
  return ended;
}

it('a counter’s thousands of due sessions do not delay another relying party’s, and all end in one round', async () => {
  const flood = Array.from({ length: 1_500 }, () => open(hotel, world.clock.now - 1));
  const late = [open(office, world.clock.now), open(office, world.clock.now)];
  const later = open(office, world.clock.now + 1);
  await world.ports.db.write([...flood, ...late, later].map(insertSession));
  const ended = await sweepInWrites();
  expect(ended[0]).toEqual(expect.arrayContaining(late.map(({ id }) => id)));
  expect(ended).toHaveLength(Math.ceil((flood.length + late.length) / limits.sweepAtOnce));
  expect(new Set(ended.flat()).size).toBe(flood.length + late.length);
  const left = await world.ports.db.read(`select id from sessions where state = 'open'`, {});
  expect(left).toEqual([{ id: later.id }]);
});

it('a session that moves on while it is swept stays as it is, and nobody else’s end with it', async () => {
  const [moved, still] = [open(hotel, world.clock.now), open(hotel, world.clock.now)];
  await world.ports.db.write([moved, still].map(insertSession));
  const { db } = world.ports;
  const write = async (statements: Statement[]) => {
    await db.write([{ sql: `update sessions set version = 9 where id = :id`, params: { id: moved.id } }]);
    return db.write(statements);
  };
  await sweep({ ...world.ports, db: { ...db, write } });
  const rows = await db.read('select id, state from sessions order by state', {});
  expect(rows).toEqual([
    { id: still.id, state: 'expired' },
    { id: moved.id, state: 'open' },
  ]);
});
