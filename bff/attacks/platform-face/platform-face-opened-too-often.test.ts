import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a challenge opens only so many pages: each costs the operator', async () => {
  const check = await faceAwaited(world);
  for (let opened = 0; opened < limits.platformFaceTries; opened++) await check.open();
  expect(await check.begin()).toMatchObject({ status: 409, code: 'platform-tries-over' });
});
