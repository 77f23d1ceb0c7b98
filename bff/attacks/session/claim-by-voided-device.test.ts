import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone whose owner has logged in elsewhere can claim nothing', async () => {
  const old = await world.citizen('anna');
  await world.phone('anna');
  const code = world.hotel.code(await world.hotel.open());
  const answer = await old.ask('POST', '/holder/v1/sessions/claim', { body: { code } });
  expect(answer).toMatchObject({ status: 401, code: 'device-voided' });
});
