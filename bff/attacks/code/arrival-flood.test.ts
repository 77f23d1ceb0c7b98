import { expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import { land } from '../../src/verify/02-land.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a code that is opened without end leaves twenty arrivals, and the guest who scans is not kept out', async () => {
  const session = await world.hotel.open();
  const code = world.hotel.code(session);
  const opened = { code, source: '203.0.113.7' };
  const landings = await Promise.all(Array.from({ length: 60 }, () => land(world.ports, opened)));
  const most = limits.arrivalsPerSession.atOnce;
  expect(landings.filter(({ ticket }) => ticket !== undefined)).toHaveLength(most);
  for (const { names } of landings) expect(names.rpName).toBe('酒店');
  const kept = await world.ports.db.read('select session_id from arrivals', {});
  expect(kept).toHaveLength(most);

  const guest = await world.citizen();
  expect(await guest.arrive({ code })).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(await world.hotel.view(session.sessionId)).toMatchObject({ version: 2, needsMoreTime: true });
  expect(await guest.claim({ code })).toMatchObject({ status: 200, body: { state: 'claimed' } });
});

it('a phone that arrives everywhere is refused after as many as anybody needs', async () => {
  const phone = await world.phone();
  const most = limits.arrivalsPerDevice.atOnce;
  const codes = await Promise.all(
    Array.from({ length: most + 1 }, async () => world.hotel.code(await world.hotel.open())),
  );
  for (const code of codes.slice(1)) expect(await phone.arrive({ code })).toMatchObject({ status: 201 });
  expect(await phone.arrive({ code: codes[0] ?? '' })).toMatchObject({ status: 429 });
  // Again at the same check is no other arrival.
  expect(await phone.arrive({ code: codes[1] ?? '' })).toMatchObject({ status: 201 });
});
