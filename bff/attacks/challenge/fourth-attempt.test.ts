import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('challenges cannot be collected until one is convenient: there are three', async () => {
  const check = await claimed(world);
  for (let i = 0; i < 3; i++) await agree(check);
  await expect(agree(check)).rejects.toMatchObject({ code: 'session-over' });
});
