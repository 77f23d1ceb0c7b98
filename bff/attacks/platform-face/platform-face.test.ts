import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('the world in which the other files attack is one where WeChat takes a face, and an honest check passes', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
  expect(await check.finish()).toBe('passed');
});
