import { expect, it } from 'vitest';
import { cardOf, credentialed, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever took over a login brings nothing along by a face that is not the holder’s, nor by another name and number', async () => {
  const owner = await credentialed(world, 1);
  const handle = await handleOf(owner);
  const thief = await world.phone(owner.account);
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', times: 1 });
  expect((await moveAs(thief, 1)).state).toBe('failed');
  const guessed = await moveAs(thief, 2);
  expect(guessed).toMatchObject({ state: 'claimed', hints: ['identity-not-matched'] });
  expect(await cardOf(thief)).toMatchObject({ state: 'unusable', handle });
  expect(world.authority.credential(handle)).toMatchObject({ state: 'unusable' });
  // The control: the owner’s own face, name and number.
  expect((await moveAs(thief, 1)).state).toBe('passed');
});
