import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a pass at the page of one check is no pass for another check of the same phone', async () => {
  const phone = await world.citizen();
  const first = await faceAwaited(world, phone);
  const second = await faceAwaited(world, phone);
  await first.open();
  await second.act(await second.open(), 'pass');
  expect(await first.end()).toMatchObject({ status: 200, body: { awaited: ['platform-face', 'voice'] } });
  expect(await second.end()).toMatchObject({ status: 200, body: { awaited: ['voice'] } });
});

it('a verify id cannot be named by the phone: a body with one is refused', async () => {
  const check = await faceAwaited(world);
  const verifyId = await check.open();
  const path = `/holder/v1/sessions/${check.sessionId}/platform-face`;
  const ended = await check.phone.ask('POST', `${path}/end`, { body: { verifyId } });
  expect(ended).toMatchObject({ status: 400, code: 'request-invalid' });
  const code = await world.wechat.mint(check.phone.account);
  const begun = await check.phone.ask('POST', path, { body: { code, verifyId } });
  expect(begun).toMatchObject({ status: 400, code: 'request-invalid' });
});
