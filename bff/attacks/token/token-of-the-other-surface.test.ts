import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the token of a counter opens nothing for holders', async () => {
  const phone = await world.phone();
  const token = await world.hotel.token();
  const proof = phone.proof('GET', '/holder/v1/credential', { accessToken: token });
  expect(await phone.whoAmI({ token, proof })).toMatchObject({ status: 401, code: 'token-invalid' });
});

it('the token of a holder opens nothing for counters', async () => {
  const token = (await world.phone()).token();
  const answer = await world.hotel.askSession({ scene: 'hotel', purpose: 'check-in' }, undefined, token);
  expect(answer).toMatchObject({ status: 401, code: 'token-invalid' });
});
