import { expect, it } from 'vitest';
import { headerOf, macJws, unsignedJws } from '../world/jws.fixture.ts';
import { endAfterForgery } from '../world/verdicts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a pass under a mac with the bytes of the public key counts for nothing', async () => {
  const { x, y } = world.authority.keys.list().sign[0]?.jwk ?? world.authority.root;
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const state = await endAfterForgery(world, (pass, genuine) => macJws(headerOf(genuine), pass, point));
  expect(state).toBe('failed');
});

it('a pass without a signature counts for nothing', async () => {
  const state = await endAfterForgery(world, (pass, genuine) => unsignedJws(headerOf(genuine), pass));
  expect(state).toBe('failed');
});
