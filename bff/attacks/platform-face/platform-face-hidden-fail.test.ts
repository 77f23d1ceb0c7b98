import { expect, it } from 'vitest';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a phone that keeps a refusal to itself and begins again is not looked at again', async () => {
  const check = await faceAwaited(world);
  await check.act(await check.open(), 'fail');
  const again = await check.begin();
  expect(again).toMatchObject({ status: 201, body: { session: { awaited: ['voice'] } } });
  expect(again.body).not.toHaveProperty('begun');
  expect(await check.finish()).toBe('failed');
});
