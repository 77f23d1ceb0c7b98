import { expect, it } from 'vitest';
import { cardFor, cardOf, credentialed, renewAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a renewal keeps strict on the very phone that has it, and brings basic anywhere else', async () => {
  const phone = await credentialed(world, 1, 'strict', cardFor(world, 20));
  expect((await renewAs(phone, 1, cardFor(world, 4_000))).state).toBe('passed');
  const renewed = await cardOf(phone);
  expect(renewed).toMatchObject({ state: 'active', level: 'strict' });

  const elsewhere = await world.phone(phone.account);
  expect((await renewAs(elsewhere, 1, cardFor(world, 4_000))).state).toBe('passed');
  expect(await cardOf(elsewhere)).toMatchObject({ state: 'active', level: 'basic' });
});
