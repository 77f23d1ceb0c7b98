import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { arrived } from './arrivals.fixture.ts';

const world = await startWorld();

it.each(['ended by the counter', 'run out'] as const)(
  'a ticket is worth nothing once its check is %s, and nothing is kept of who had it',
  async (end) => {
    const phone = await world.citizen();
    const { session, code, ticket } = await arrived(world, phone);
    if (end === 'run out') world.clock.pass(limits.openLifetime);
    else
      await world.hotel.ask('POST', `/counter/v1/sessions/${session.sessionId}/end`, {
        body: { reason: 'abandoned' },
      });
    for (const body of [{ ticket }, { code, ticket }])
      expect(await phone.claim(body)).toMatchObject({ status: 410, code: 'code-stale' });
    expect(await phone.arrive({ code }, ticket)).toMatchObject({ status: 410, code: 'code-stale' });
    expect(await phone.ask('GET', '/holder/v1/waiting-counter')).toMatchObject({ status: 200, body: {} });
    const kept = 'select * from arrivals where session_id = :id';
    expect(await world.ports.db.read(kept, { id: session.sessionId })).toEqual([]);
  },
);
