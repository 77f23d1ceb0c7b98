import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('nobody gets a token that is bound to no device key', async () => {
  const phone = await world.phone();
  const body = { platform: 'wechat', code: 'anna' };
  const answer = await phone.ask('POST', '/holder/v1/login', { body, proof: null });
  expect(answer).toMatchObject({ status: 401, code: 'dpop-missing' });
});
