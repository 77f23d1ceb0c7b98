import { expect, it } from 'vitest';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof that was made in advance, without the nonce of the server, is refused', async () => {
  const phone = await world.phone();
  const path = '/holder/v1/credential';
  const [key, now, accessToken] = [phone.holder.device, world.clock.at, phone.token()];
  const proof = makeDpopProof({ key, method: 'GET', url: publicUrl + path, now, random, accessToken });
  const answer = await phone.whoAmI({ proof });
  expect(answer).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
  expect(answer.headers['dpop-nonce']).toBe(phone.holder.link.nonce);
});

it('a proof with a nonce of its own making is refused', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential', { nonce: 'A'.repeat(22) });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
});
