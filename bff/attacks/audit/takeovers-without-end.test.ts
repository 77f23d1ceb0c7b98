import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { entriesBy } from './entries.fixture.ts';

const world = await startWorld();
const { atOnce } = limits.takeoversPerHolder;

it('two phones that take one account from each other without end add no more entries than a few moves would', async () => {
  await world.phone('anna');
  for (let n = 0; n < atOnce; n++) await world.phone('anna');
  const added = await entriesBy(world, async () => {
    for (let n = 0; n < 3; n++)
      await expect(world.phone('anna')).rejects.toMatchObject({ code: 'too-many-requests' });
  });
  expect(added).toBe(0);
  await world.phone('bert');
});
