import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('one phone cannot be the live device of two accounts', async () => {
  const phone = await world.citizen('anna');
  const body = { platform: 'wechat', code: 'ben' };
  const answer = await phone.ask('POST', '/holder/v1/login', { body });
  expect(answer).toMatchObject({ status: 401, code: 'login-refused' });
  expect(await phone.whoAmI()).toMatchObject({ status: 200, body: { state: 'active' } });
});
