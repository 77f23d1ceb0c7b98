import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a client assertion gives one token, also where the process that took it has ended', async () => {
  const assertion = world.hotel.assertion();
  expect(await world.hotel.askToken(assertion)).toMatchObject({ status: 200 });
  await world.stop();
  const restarted = await world.another();
  expect(await world.hotel.askToken(assertion, [], restarted)).toMatchObject({
    status: 401,
    code: 'client-unknown',
  });
  expect(await world.hotel.askToken(world.hotel.assertion(), [], restarted)).toMatchObject({ status: 200 });
});
