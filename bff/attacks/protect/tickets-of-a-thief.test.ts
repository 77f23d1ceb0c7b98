import { expect, it } from 'vitest';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import { cardOf, credentialed, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever took a place and brought nothing along keeps no ticket once its owner has it again', async () => {
  const owner = await credentialed(world, 1, 'strict');
  const thief = await world.phone(owner.account);
  const movable = (await cardOf(thief)).movable;
  world.clock.at += 60_000;
  await login(owner.holder);
  await expect(readTicket(thief.holder)).rejects.toMatchObject({ code: 'ticket-over' });
  await expect(readTicket(owner.holder)).rejects.toMatchObject({ code: 'ticket-over' });
  // Taking it back and forth gives no more time.
  expect(await cardOf(owner)).toMatchObject({ state: 'unusable', movable });
  // On the very phone from which it was taken the level is there at once.
  expect((await moveAs(owner, 1)).state).toBe('passed');
  expect(await cardOf(owner)).toMatchObject({ state: 'active', level: 'strict' });
});
