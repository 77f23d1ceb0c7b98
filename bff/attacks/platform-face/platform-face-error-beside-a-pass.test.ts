import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true, mayBeUnavailable: true });

it.each([1, 84001, 84002, 47001, -2])('10000 beside errcode %d is no pass', async (errcode) => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  world.wechat.lies.answer = JSON.stringify({ errcode, errmsg: 'x', verify_ret: 10000 });
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['platform-face', 'voice'] } });
});

it.each([-1, 40001, 42001])(
  '10000 beside errcode %d, which is no answer at all, is none',
  async (errcode) => {
    const check = await faceAwaited(world);
    await check.act(await check.open(), 'pass');
    world.wechat.lies.answer = JSON.stringify({ errcode, errmsg: 'x', verify_ret: 10000 });
    expect(await check.end()).toMatchObject({ status: 503, code: 'platform-unavailable' });
    delete world.wechat.lies.answer;
    expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
  },
);
