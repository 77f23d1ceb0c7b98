import { expect, it } from 'vitest';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof that was made for another token of the same phone is refused', async () => {
  const phone = await world.phone();
  const earlier = phone.token();
  world.clock.pass(1000);
  await login(phone.holder);
  expect(phone.token()).not.toBe(earlier);
  const proof = phone.proof('GET', '/holder/v1/credential', { accessToken: earlier });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  expect(await phone.whoAmI()).toMatchObject({ status: 200 });
});
