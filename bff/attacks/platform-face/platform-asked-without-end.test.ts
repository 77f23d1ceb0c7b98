import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { faceAwaited } from '../world/platform-face.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a phone that keeps asking how the face check ended is answered so often and no more', async () => {
  const check = await faceAwaited(world);
  await check.open();
  for (let asked = 1; asked < limits.platformFaceCalls; asked++)
    expect(await check.end()).toMatchObject({ status: 200 });
  expect(await check.end()).toMatchObject({ status: 409, code: 'platform-tries-over' });
});

it('a phone that opens check after check has a platform asked so often and no more', async () => {
  const { phone } = await faceAwaited(world);
  const statuses: number[] = [];
  while (!statuses.includes(429) && statuses.length <= limits.platformFacePerHolder.atOnce) {
    const check = await faceAwaited(world, phone);
    for (let opened = 0; opened < limits.platformFaceTries; opened++)
      statuses.push((await check.begin()).status);
    await phone.ask('POST', `/holder/v1/sessions/${check.sessionId}/decline`);
  }
  expect(statuses).toContain(429);
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(limits.platformFaceTries);
});
