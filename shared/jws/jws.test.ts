import { createPublicKey, KeyObject, randomBytes, sign, verify } from 'node:crypto';
import * as jose from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeHex, encodeHex } from '../bytes/hex.ts';
import vector from '../vectors/rfc6979-p256.json' with { type: 'json' };
import { makeDeviceKey } from './make-device-key.ts';
import { p256 } from './p256.ts';
import { publicJwkOf } from './public-jwk.ts';
import { signEs256 } from './sign-es256.ts';
import { thumbprint } from './thumbprint.ts';
import { verifyEs256 } from './verify-es256.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

describe('the device key', () => {
  it('is a P-256 key that Node accepts, and another one each time', () => {
    const [one, other] = [makeDeviceKey(random), makeDeviceKey(random)];
    expect(createPublicKey({ key: { ...one.publicJwk }, format: 'jwk' }).asymmetricKeyDetails).toEqual({
      namedCurve: 'prime256v1',
    });
    expect(one.privateKey).toHaveLength(32);
    expect(one.publicJwk).not.toEqual(other.publicJwk);
  });

  it('is not made from a source that gives zeros', () => {
    expect(() => makeDeviceKey((length) => new Uint8Array(length))).toThrow('random');
  });

  it('has the thumbprint that RFC 9449 prints, and that jose computes', async () => {
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
      y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
    } as const;
    expect(thumbprint(jwk)).toBe('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I');
    const { publicJwk } = makeDeviceKey(random);
    expect(thumbprint(publicJwk)).toBe(await jose.calculateJwkThumbprint(publicJwk));
  });
});

describe('signing with ES256', () => {
  it('gives the signature of RFC 6979 A.2.5', () => {
    const signature = p256.sign(decodeHex(vector.message), decodeHex(vector.privateKey), { lowS: false });
    expect(encodeHex(signature)).toBe(vector.signature);
    const { x, y } = publicJwkOf(decodeHex(vector.privateKey));
    expect([x, y].map((text) => Buffer.from(text, 'base64url').toString('hex'))).toEqual([
      vector.x,
      vector.y,
    ]);
  });

  it('is verified by jose, payload and header intact', async () => {
    const { privateKey, publicJwk } = makeDeviceKey(random);
    for (let count = 0; count < 10; count++) {
      const jws = signEs256({
        header: { typ: 'test+jwt', kid: 'k' },
        payload: { count, name: '证' },
        privateKey,
      });
      const result = await jose.jwtVerify(jws, await jose.importJWK(publicJwk, 'ES256'));
      expect(result.payload).toEqual({ count, name: '证' });
      expect(result.protectedHeader).toEqual({ typ: 'test+jwt', kid: 'k', alg: 'ES256' });
    }
  });

  it('does not let the caller change the algorithm', () => {
    const { privateKey } = makeDeviceKey(random);
    const jws = signEs256({ header: { typ: 't', alg: 'none' }, payload: {}, privateKey });
    expect(jose.decodeProtectedHeader(jws).alg).toBe('ES256');
  });

  it('is verified by node:crypto', () => {
    const { privateKey, publicJwk } = makeDeviceKey(random);
    const jws = signEs256({ header: { typ: 't' }, payload: {}, privateKey });
    const at = jws.lastIndexOf('.');
    const key = createPublicKey({ key: { ...publicJwk }, format: 'jwk' });
    const signature = Buffer.from(jws.slice(at + 1), 'base64url');
    expect(
      verify('sha256', Buffer.from(jws.slice(0, at)), { key, dsaEncoding: 'ieee-p1363' }, signature),
    ).toBe(true);
  });
});

describe('verifying ES256', async () => {
  const { privateKey, publicKey } = await jose.generateKeyPair('ES256', { extractable: true });
  const { x = '', y = '' } = await jose.exportJWK(publicKey);
  const trusted = { kty: 'EC', crv: 'P-256', x, y } as const;
  const keyOf = (kid: string) => (kid === 'root-1' ? trusted : undefined);
  const good = { alg: 'ES256', typ: 'challenge+jwt', kid: 'root-1' };
  const check = (jws: string) => verifyEs256({ jws, keyOf, type: 'challenge+jwt' });

  /** Signed by node:crypto, with whatever header and payload. */
  function forge(header: unknown, payload: string = JSON.stringify({ a: 1 }), key = privateKey): string {
    const input = `${base64url(JSON.stringify(header))}.${base64url(payload)}`;
    const signature = sign('sha256', Buffer.from(input), {
      key: KeyObject.from(key),
      dsaEncoding: 'ieee-p1363',
    });
    return `${input}.${signature.toString('base64url')}`;
  }

  it('gives the payload of what jose signed, high and low s alike', async () => {
    for (let count = 0; count < 20; count++) {
      const jws = await new jose.SignJWT({ count }).setProtectedHeader(good).sign(privateKey);
      expect(check(jws)).toEqual({ count });
    }
  });

  const genuine = forge(good);
  const [head = '', body = '', signature = ''] = genuine.split('.');

  it.each([
    ['the empty text', '', 'malformed'],
    ['two parts', `${head}.${body}`, 'malformed'],
    ['four parts', `${genuine}.`, 'malformed'],
    ['padding', `${genuine}=`, 'malformed'],
    ['white space', ` ${genuine}`, 'malformed'],
    ['a header that is no JSON', forgeHead('{'), 'malformed'],
    ['a header that is a list', forgeHead('[]'), 'malformed'],
    ['a text above the limit', `${head}.${'A'.repeat(16 * 1024)}.${signature}`, 'malformed'],
    ['algorithm none', forge({ ...good, alg: 'none' }), 'wrong-algorithm'],
    ['algorithm HS256', forge({ ...good, alg: 'HS256' }), 'wrong-algorithm'],
    ['algorithm es256', forge({ ...good, alg: 'es256' }), 'wrong-algorithm'],
    ['no algorithm', forge({ typ: good.typ, kid: good.kid }), 'wrong-algorithm'],
    ['another type', forge({ ...good, typ: 'verdict+jwt' }), 'wrong-type'],
    ['no type', forge({ alg: good.alg, kid: good.kid }), 'wrong-type'],
    ['a critical extension', forge({ ...good, crit: ['b64'], b64: false }), 'critical-header'],
    ['an unknown key', forge({ ...good, kid: 'root-2' }), 'unknown-key'],
    ['no key id', forge({ alg: good.alg, typ: good.typ, jwk: trusted }), 'unknown-key'],
    ['a key id that is a number', forge({ ...good, kid: 1 }), 'unknown-key'],
    ['a changed payload', `${head}.${base64url('{"a":2}')}.${signature}`, 'bad-signature'],
    [
      'a changed header',
      `${base64url(JSON.stringify({ ...good, x: 1 }))}.${body}.${signature}`,
      'bad-signature',
    ],
    ['no signature', `${head}.${body}.`, 'bad-signature'],
    ['a signature of zeros', `${head}.${body}.${'A'.repeat(86)}`, 'bad-signature'],
    ['a signature in DER', `${head}.${body}.${derSignature()}`, 'bad-signature'],
    ['a payload that is no JSON', forge(good, 'not json'), 'malformed'],
  ])('refuses %s', (_, jws, code) => {
    expect(() => check(jws)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses what another key signed under the trusted name', async () => {
    const stranger = await jose.generateKeyPair('ES256', { extractable: true });
    const jws = await new jose.SignJWT({}).setProtectedHeader(good).sign(stranger.privateKey);
    expect(() => check(jws)).toThrow(expect.objectContaining({ code: 'bad-signature' }));
  });

  it.each([
    ['off the curve', { ...trusted, y: trusted.x }],
    ['with a short coordinate', { ...trusted, x: 'AAAA' }],
  ])('refuses a trusted key %s', (_, key) => {
    const checking = () => verifyEs256({ jws: genuine, keyOf: () => key, type: good.typ });
    expect(checking).toThrow(expect.objectContaining({ code: 'key-invalid' }));
  });

  function forgeHead(text: string): string {
    return `${base64url(text)}.${body}.${signature}`;
  }

  function derSignature(): string {
    return sign('sha256', Buffer.from(`${head}.${body}`), KeyObject.from(privateKey)).toString('base64url');
  }
});

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
