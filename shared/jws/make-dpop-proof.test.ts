import { createHash, randomBytes } from 'node:crypto';
import * as jose from 'jose';
import { describe, expect, it } from 'vitest';
import { makeDeviceKey } from './make-device-key.ts';
import { makeDpopProof } from './make-dpop-proof.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const key = makeDeviceKey(random);
const request = {
  key,
  method: 'post',
  url: 'https://id.example/v1/claim?x=1#y',
  now: 1_700_000_000_999,
  random,
};

async function read(proof: string) {
  const { payload, protectedHeader } = await jose.jwtVerify(proof, jose.EmbeddedJWK, {
    typ: 'dpop+jwt',
    currentDate: new Date(request.now),
  });
  return { payload, protectedHeader };
}

describe('a DPoP proof', () => {
  it('names the request, without query and fragment, and carries the public key only', async () => {
    const { payload, protectedHeader } = await read(makeDpopProof(request));
    expect(payload).toEqual({
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      htm: 'POST',
      htu: 'https://id.example/v1/claim',
      iat: 1_700_000_000,
    });
    expect(protectedHeader).toEqual({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.publicJwk });
  });

  it('carries the hash of the access token and the nonce of the server when there are any', async () => {
    const { payload } = await read(makeDpopProof({ ...request, accessToken: 'token', nonce: 'n-1' }));
    expect(payload.ath).toBe(createHash('sha256').update('token').digest('base64url'));
    expect(payload.nonce).toBe('n-1');
  });

  it('is another one each time', () => {
    expect(makeDpopProof(request)).not.toBe(makeDpopProof(request));
  });

  it('is not made without randomness', () => {
    expect(() => makeDpopProof({ ...request, random: (length) => new Uint8Array(length) })).toThrow('random');
  });
});
