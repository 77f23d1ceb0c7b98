import { expect, it } from 'vitest';
import { claimsOf, macJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof by a key that the BFF could have made up itself is refused', async () => {
  const phone = await world.phone();
  const claims = claimsOf(phone.proof('GET', '/holder/v1/credential'));
  const jwk = { kty: 'oct', k: 'c2VjcmV0' };
  const proof = macJws({ typ: 'dpop+jwt', jwk }, claims, 'secret');
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});

it('a proof that is a mac under the bytes of the public key is refused', async () => {
  const phone = await world.phone();
  const { publicJwk } = phone.holder.device;
  const claims = claimsOf(phone.proof('GET', '/holder/v1/credential'));
  const point = Buffer.concat([Buffer.from(publicJwk.x, 'base64url'), Buffer.from(publicJwk.y, 'base64url')]);
  for (const secret of [point, JSON.stringify(publicJwk)]) {
    const proof = macJws({ typ: 'dpop+jwt', jwk: publicJwk }, claims, secret);
    expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  }
});
