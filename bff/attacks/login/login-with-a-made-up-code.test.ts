import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a login code that the platform does not know opens no account', async () => {
  await expect(world.phone('no-such-code')).rejects.toMatchObject({ code: 'login-refused' });
});

it('a login code cannot smuggle parameters into the question to the platform', async () => {
  await expect(world.phone('x&secret=guessed&js_code=anna')).resolves.toBeDefined();
  const anna = await world.citizen('anna');
  await world.phone('b&js_code=anna');
  expect(await anna.whoAmI()).toMatchObject({ status: 200, body: { state: 'active' } });
});
