import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { readKey } from './read-key.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' });

it('takes a public key, without what is not asked for, and names one that has no name', () => {
  const read = readKey(JSON.stringify({ ...jwk, use: 'sig', alg: 'ES256' }));
  expect(read).toEqual({ is: 'key', key: { ...jwk, kid: expect.stringMatching(/^[\w-]{16}$/) } });
  expect(readKey(JSON.stringify({ ...jwk, kid: '2026-08' }))).toMatchObject({ key: { kid: '2026-08' } });
});

it('tells a private key, which is to go nowhere', () => {
  expect(readKey(JSON.stringify(privateKey.export({ format: 'jwk' })))).toEqual({ is: 'private' });
});

it.each([
  '',
  '{}',
  'null',
  '[]',
  '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
  JSON.stringify({ ...jwk, x: 'short' }),
])('takes no other text: %s', (text) => {
  expect(readKey(text)).toEqual({ is: 'unreadable' });
});
