import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;

it('what a phone sealed to a key that was struck is opened by nobody; another challenge is sealed to another key', async () => {
  const check = await challenged(world);
  keys.strike(check.checked.claims.sealKeyId, world.clock.at);
  const { status, code } = await check.phone.put(check.sessionId, 'face', check.face);
  expect([status, code]).toEqual([422, 'sample-refused']);
  const next = await challenged(world, check.phone);
  expect(next.checked.claims.sealKeyId).not.toBe(check.checked.claims.sealKeyId);
  expect((await next.phone.put(next.sessionId, 'face', next.face)).status).toBe(202);
});
