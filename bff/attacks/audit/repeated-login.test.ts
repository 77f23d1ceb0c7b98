import { expect, it } from 'vitest';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { startWorld } from '../world/world.fixture.ts';
import { entriesBy } from './entries.fixture.ts';

const world = await startWorld();

it('a phone that logs in again where it is logged in already adds no audit entry', async () => {
  const phone = await world.phone();
  const added = await entriesBy(world, async () => {
    for (let n = 0; n < 5; n++) await login(phone.holder);
  });
  expect(added).toBe(0);
});

it('the first login of a person is one entry, and so is one on another phone', async () => {
  expect(await entriesBy(world, () => world.phone('anna'))).toBe(1);
  expect(await entriesBy(world, () => world.phone('anna'))).toBe(1);
});
