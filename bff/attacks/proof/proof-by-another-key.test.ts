import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a stolen token is useless to who has another device key', async () => {
  const [victim, thief] = [await world.phone(), await world.phone()];
  const token = victim.token();
  const proof = thief.proof('GET', '/holder/v1/credential', { accessToken: token });
  expect(await thief.whoAmI({ token, proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});

it('a stolen token is useless under the victim’s key and the thief’s signature', async () => {
  const [victim, thief] = [await world.phone(), await world.phone()];
  const key = { privateKey: thief.holder.device.privateKey, publicJwk: victim.holder.device.publicJwk };
  const token = victim.token();
  const proof = thief.proof('GET', '/holder/v1/credential', { accessToken: token, key });
  expect(await thief.whoAmI({ token, proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
