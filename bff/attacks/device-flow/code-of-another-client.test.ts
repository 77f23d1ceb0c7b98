import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { openProgram } from './program.fixture.ts';

const world = await startWorld();

it('a device code is worth nothing to another client, of the same relying party too, and its own client loses nothing by it', async () => {
  const mine = openProgram(world);
  const { device_code } = await mine.open();
  for (const thief of [openProgram(world, world.otherHotelCounter), openProgram(world, world.office)])
    for (let i = 0; i < 3; i++)
      expect(await thief.ask(device_code)).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', code: 'grant-invalid' },
      });
  // Nobody else's questions make its own come too soon.
  expect(await mine.ask(device_code)).toMatchObject({ body: { error: 'authorization_pending' } });
});

it('a code that is over is worth as little to another client, and says nothing to it', async () => {
  const mine = openProgram(world);
  const { device_code } = await mine.open();
  world.clock.pass(limits.deviceCodeLifetime);
  const refused = await openProgram(world, world.otherHotelCounter).ask(device_code);
  expect(refused).toMatchObject({ body: { error: 'invalid_grant' } });
  expect(refused.body).not.toHaveProperty('session_id');
});
