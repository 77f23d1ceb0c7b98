import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it.each([10001, 10002, 10003, 10004, 10015, 0, 1, -10000, 100000])(
  'verify_ret %d is no pass',
  async (result) => {
    const check = await faceAwaited(world);
    await check.open();
    world.wechat.lies.answer = JSON.stringify({ errcode: 0, errmsg: 'ok', verify_ret: result });
    expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
    expect(await check.finish()).toBe('failed');
  },
);

it.each([90001, 90002, 90007, 90100, 90199])('verify_ret %d is undecided', async (result) => {
  const check = await faceAwaited(world);
  await check.open();
  world.wechat.lies.answer = JSON.stringify({ errcode: 0, errmsg: 'ok', verify_ret: result });
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['platform-face', 'voice'] } });
});
