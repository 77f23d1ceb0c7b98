import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { arrived, tooLate } from './arrivals.fixture.ts';

const world = await startWorld();

it('a ticket claims its own check once: sent again it is the same claim, and after a decline it is none', async () => {
  const phone = await world.citizen();
  const { session, code, ticket } = await arrived(world, phone);
  world.clock.pass(tooLate);
  const first = await phone.claim({ code, ticket });
  expect(first.status).toBe(200);
  expect((await phone.claim({ code, ticket })).body).toEqual(first.body);
  const { version } = await world.hotel.view(session.sessionId);
  await phone.claim({ ticket });
  expect((await world.hotel.view(session.sessionId)).version).toBe(version);
  await phone.ask('POST', `/holder/v1/sessions/${session.sessionId}/decline`);
  for (const body of [{ ticket }, { code, ticket }])
    expect(await phone.claim(body)).toMatchObject({ status: 410, code: 'code-stale' });
});

it('a ticket of one check is none for the code of another', async () => {
  const phone = await world.citizen();
  const { ticket } = await arrived(world, phone);
  const elsewhere = world.otherHotelCounter.code(await world.otherHotelCounter.open());
  world.clock.pass(tooLate);
  expect(await phone.claim({ code: elsewhere, ticket })).toMatchObject({ status: 410, code: 'code-stale' });
});
