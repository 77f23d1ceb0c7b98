import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a client assertion gives one token, wherever it is shown', async () => {
  const elsewhere = await world.another();
  const assertion = world.hotel.assertion();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      n % 2 ? world.hotel.askToken(assertion) : world.hotel.askToken(assertion, [], elsewhere),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const again = await world.hotel.askToken(assertion, [], elsewhere);
  expect(again).toMatchObject({ status: 401, code: 'client-unknown' });
});
