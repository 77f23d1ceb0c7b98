import { expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof that gives the private key away is refused', async () => {
  const phone = await world.phone();
  const { privateKey, publicJwk } = phone.holder.device;
  const jwk = { ...publicJwk, d: encodeBase64url(privateKey) };
  const payload = claimsOf(phone.proof('GET', '/holder/v1/credential'));
  const proof = signEs256({ header: { typ: 'dpop+jwt', jwk }, payload, privateKey });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
