import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof by an RSA key is refused, also at login', async () => {
  const phone = await world.phone();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = { typ: 'dpop+jwt', alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) };
  const sign = (method: string, path: string) =>
    new SignJWT(claimsOf(phone.proof(method, path))).setProtectedHeader(header).sign(privateKey);
  const proof = await sign('GET', '/holder/v1/credential');
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  const body = { platform: 'wechat', code: 'anna' };
  const login = await phone.ask('POST', '/holder/v1/login', {
    body,
    proof: await sign('POST', '/holder/v1/login'),
  });
  expect(login).toMatchObject({ status: 401, code: 'dpop-invalid' });
});
