import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a face check is opened for nobody but the holder: a login code of another account is refused, and WeChat told nothing', async () => {
  const check = await faceAwaited(world);
  const calls = world.wechat.asked.filter((path) => path.endsWith('/getverifyid')).length;
  const answer = await check.begin(await world.wechat.mint('somebody-else'));
  expect(answer).toMatchObject({ status: 403, code: 'platform-account-other' });
  expect(world.wechat.asked.filter((path) => path.endsWith('/getverifyid'))).toHaveLength(calls);
});

it('a login code that was used, or made up, opens nothing', async () => {
  const check = await faceAwaited(world);
  const code = await world.wechat.mint(check.phone.account);
  expect(await check.begin(code)).toMatchObject({ status: 201 });
  expect(await check.begin(code)).toMatchObject({ status: 401, code: 'login-refused' });
  expect(await check.begin('made-up')).toMatchObject({ status: 401, code: 'login-refused' });
});
