import { expect, it } from 'vitest';
import { cardFor, cardOf, credentialed, handleOf, renewAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whoever holds the phone of another renews nothing by the own face: what was there stays as it was', async () => {
  const phone = await credentialed(world, 1, 'strict', cardFor(world, 20));
  const [handle, before] = [await handleOf(phone), await cardOf(phone)];
  await world.authority.script({
    ...{ name: 'stub-decision', outcome: 'fail', hints: ['face-not-matched'], times: 1 },
  });
  expect((await renewAs(phone, 1, cardFor(world, 4_000))).state).toBe('failed');
  expect(await cardOf(phone)).toEqual(before);
  expect(world.authority.credential(handle)).toMatchObject({ state: 'active', level: 'strict' });
});
