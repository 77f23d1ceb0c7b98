import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a stand-in who opens the page under an account of their own is not looked at, and the check does not pass', async () => {
  const check = await faceAwaited(world);
  const verifyId = await check.open();
  expect(await world.wechat.act({ verifyId, account: 'stand-in', act: 'pass' })).toBe(false);
  expect(await check.end()).toMatchObject({ status: 200, body: { awaited: ['platform-face', 'voice'] } });
});
