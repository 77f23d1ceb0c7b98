import { expect, it } from 'vitest';
import { cardFor, cardOf, credentialed, renewAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['valid for life, by somebody of thirty-six', 'long-term'],
  ['a card of a hundred years', cardFor(world, 36_500)],
])('nobody types a level on that an officer gave: %s', async (_, validUntil) => {
  const phone = await credentialed(world, 1, 'strict', cardFor(world, 20));
  const before = await cardOf(phone);
  const tried = await renewAs(phone, 1, validUntil);
  expect(tried).toMatchObject({ hints: ['identity-not-matched'] });
  expect(await cardOf(phone)).toEqual(before);
});
