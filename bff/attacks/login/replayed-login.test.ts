import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a recorded login is refused when it is sent again', async () => {
  const phone = await world.phone();
  const proof = phone.proof('POST', '/holder/v1/login');
  const body = { platform: 'wechat', code: 'account-1' };
  expect(await phone.ask('POST', '/holder/v1/login', { body, proof })).toMatchObject({ status: 200 });
  const again = await phone.ask('POST', '/holder/v1/login', { body, proof });
  expect(again).toMatchObject({ status: 401, code: 'dpop-replayed' });
});
