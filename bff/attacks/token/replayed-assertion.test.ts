import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a client assertion gives one token, also when it comes ten times at once', async () => {
  const assertion = world.hotel.assertion();
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.hotel.askToken(assertion)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await world.hotel.askToken(assertion)).toMatchObject({ status: 401, code: 'client-unknown' });
});
