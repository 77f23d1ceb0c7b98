import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a refusal on one page is not outweighed by a pass on a newer one of the same challenge', async () => {
  const check = await faceAwaited(world);
  const first = await check.open();
  const second = await check.open();
  await check.act(first, 'fail');
  await check.act(second, 'pass');
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
  expect(await check.finish()).toBe('failed');
});
