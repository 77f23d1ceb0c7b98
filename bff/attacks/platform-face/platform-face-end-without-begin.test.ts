import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('an end without a begin brings no face, and WeChat is not asked', async () => {
  const check = await faceAwaited(world);
  const queries = () => world.wechat.asked.filter((path) => path.endsWith('/queryverifyinfo')).length;
  const before = queries();
  expect(await check.end()).toMatchObject({ status: 409, code: 'step-out-of-order' });
  expect(queries()).toBe(before);
});

it('an end without anything done at the page brings no face', async () => {
  const check = await faceAwaited(world);
  await check.open();
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['platform-face', 'voice'] } });
});
