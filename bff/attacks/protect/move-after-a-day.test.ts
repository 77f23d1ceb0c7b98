import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { cardOf, credentialed, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a credential is brought along within a day of the takeover, and is void on both sides afterwards', async () => {
  const owner = await credentialed(world, 1, 'strict');
  const handle = await handleOf(owner);
  const next = await world.phone(owner.account);
  world.clock.at += limits.movableFor;
  expect(await cardOf(next)).toMatchObject({ state: 'void', reason: 'superseded' });
  await expect(moveAs(next, 1)).rejects.toMatchObject({ code: 'move-over', action: 'apply-first' });
  await expect.poll(() => world.authority.credential(handle)?.state, { timeout: 30_000 }).toBe('void');
  expect(world.authority.credential(handle)).toMatchObject({ face: undefined, voice: undefined });
});
