import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { atOnce, every } = limits.assertionsPerCounter;

it('a counter that asks for tokens without end is slowed down, told when to come back, and no other counter with it', async () => {
  const { id } = world.hotel;
  const used = Array.from({ length: atOnce - 2 }, (_, n) =>
    world.ports.replay({
      ...{ scope: `assertion ${id}`, id: `used-${n}`, madeAt: world.clock.at, window: 1000, flush: false },
      quota: { quota: 'assertions-by-counter', subject: id },
    }),
  );
  expect((await Promise.all(used)).every((first) => first)).toBe(true);
  const asked = Array.from({ length: 7 }, () => world.hotel.askToken(world.hotel.assertion()));
  const refused = (await Promise.all(asked)).filter(({ status }) => status !== 200);
  expect(refused).toHaveLength(5);
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(answer.headers['retry-after']).toBe(String(every / 1000));
  }
  expect(await world.shop.askToken(world.shop.assertion())).toMatchObject({ status: 200 });
  world.clock.pass(every);
  expect(await world.hotel.askToken(world.hotel.assertion())).toMatchObject({ status: 200 });
});

it('a used assertion that is shown again and again takes up none of the room of its counter', async () => {
  const assertion = world.office.assertion();
  const shown = Array.from({ length: atOnce + 5 }, () => world.office.askToken(assertion));
  expect((await Promise.all(shown)).filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await world.office.askToken(world.office.assertion())).toMatchObject({ status: 200 });
});
