import { expect, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter that asks for tokens without end is slowed down, and no other counter with it', async () => {
  const { assertionsPerCounter: most, assertionWindow: window } = limits;
  const asked = Array.from({ length: most + 5 }, () => world.hotel.askToken(world.hotel.assertion()));
  const answers = await Promise.all(asked);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(5);
  const left = Math.ceil((window - (world.clock.at % window)) / 1000);
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(answer.headers['retry-after']).toBe(String(left));
  }
  expect(await world.shop.askToken(world.shop.assertion())).toMatchObject({ status: 200 });
});

it('a used assertion that is shown again and again takes up none of the room of its counter', async () => {
  const assertion = world.office.assertion();
  const shown = Array.from({ length: limits.assertionsPerCounter + 5 }, () =>
    world.office.askToken(assertion),
  );
  expect((await Promise.all(shown)).filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await world.office.askToken(world.office.assertion())).toMatchObject({ status: 200 });
});
