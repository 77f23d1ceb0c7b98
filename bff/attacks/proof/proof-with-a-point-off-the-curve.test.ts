import { expect, it } from 'vitest';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['a point off the curve', { y: 'A'.repeat(43) }],
  ['the point of zeros', { x: 'A'.repeat(43), y: 'A'.repeat(43) }],
  ['another curve', { crv: 'P-384' }],
  ['a coordinate that is a number', { x: 1 }],
])('a proof whose key is %s is refused', async (_what, changes) => {
  const phone = await world.phone();
  const { privateKey, publicJwk } = phone.holder.device;
  const payload = claimsOf(phone.proof('GET', '/holder/v1/credential'));
  const header = { typ: 'dpop+jwt', jwk: { ...publicJwk, ...changes } };
  const proof = signEs256({ header, payload, privateKey });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
