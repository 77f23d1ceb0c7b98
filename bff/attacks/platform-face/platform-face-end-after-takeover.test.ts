import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('an end that is sent after another phone took over is refused, and the check is aborted', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  await world.phone(check.phone.account);
  expect(await check.end()).toMatchObject({ status: 401, code: 'device-voided' });
  expect(await check.begin()).toMatchObject({ status: 401, code: 'device-voided' });
  expect((await world.hotel.view(check.sessionId)).state).toBe('aborted');
});

it('a pass that was noted before the takeover does not become one afterwards', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'pass');
  await check.end();
  await world.phone(check.phone.account);
  expect((await world.hotel.view(check.sessionId)).state).toBe('aborted');
});
