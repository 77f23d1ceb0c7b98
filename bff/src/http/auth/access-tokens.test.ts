import { createHmac, createSecretKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createRequire } from 'node:module';
import jwt from '@fastify/jwt';
import { type FastifyInstance, fastify } from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTokens } from './access-tokens.ts';
import { readToken } from './read-token.ts';

const issuer = 'https://bff.example';
const secret = new Uint8Array(randomBytes(32));
const claims = {
  iss: issuer,
  aud: `${issuer}/counter`,
  sub: 'cnt_x',
  iat: 1_800_000_000,
  exp: 1_800_000_600,
};
const header = { alg: 'HS256', typ: 'at+jwt' };
let server: FastifyInstance;
beforeAll(async () => {
  server = fastify();
  await server.register(jwt, accessTokens('counter', { issuer, secret }));
  await server.ready();
});
afterAll(() => server.close());

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
const raw = (head: unknown, body: string, key: Uint8Array | string = secret, digest = 'sha256') => {
  const input = `${encode(head)}.${body}`;
  return `${input}.${createHmac(digest, key).update(input).digest('base64url')}`;
};
const made = (changes: object, head: object = {}) =>
  raw({ ...header, ...head }, encode({ ...claims, ...changes }));
const read = (token: string) =>
  readToken(`Bearer ${token}`, 'Bearer', (text) => server.jwt.verify(text)).claims;
const refuses = (token: string) =>
  expect(() => read(token), token).toThrow(expect.objectContaining({ code: 'token-invalid' }));

describe('access tokens', () => {
  it('are read when they are ours, which are also those that another library makes by the same rules', async () => {
    expect(read(made({}))).toEqual(claims);
    expect(read(server.jwt.sign({ sub: 'cnt_x', iat: claims.iat, exp: claims.exp }))).toEqual(claims);
    const other = new SignJWT(claims).setProtectedHeader(header).sign(createSecretKey(secret));
    expect(read(await other)).toEqual(claims);
  });

  it('are refused without a signature, whatever the algorithm is called', () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '', 'HS256', null, undefined, 0, ['HS256']])
      for (const signature of ['', 'AAAA', 'A'.repeat(43)])
        refuses(`${encode({ ...header, alg })}.${encode(claims)}.${signature}`);
    refuses(`${encode(header)}.${encode(claims)}`);
  });

  it('are refused under another algorithm, by the right secret or by a key of the caller', () => {
    for (const [alg, digest] of [
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
      ['hs256', 'sha256'],
      ['RS256', 'sha256'],
      ['ES256', 'sha256'],
      ['EdDSA', 'sha256'],
    ])
      refuses(raw({ ...header, alg }, encode(claims), secret, digest));
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const input = `${encode({ ...header, alg: 'RS256' })}.${encode(claims)}`;
    refuses(`${input}.${sign('sha256', Buffer.from(input), rsa.privateKey).toString('base64url')}`);
    const pem = rsa.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    for (const key of [pem, ` ${pem}`, JSON.stringify(rsa.publicKey.export({ format: 'jwk' }))]) {
      refuses(raw(header, encode(claims), key));
      refuses(raw({ ...header, jwk: rsa.publicKey.export({ format: 'jwk' }) }, encode(claims), key));
    }
  });

  it('are refused by an empty or another secret', () => {
    for (const key of [
      '',
      '\0'.repeat(32),
      secret.subarray(0, 31),
      Buffer.from(secret).toString('base64url'),
    ])
      refuses(raw(header, encode(claims), key));
  });

  it('are refused with another type', () => {
    for (const typ of ['JWT', 'at+jws', 'lz-result+jwt', 'dpop+jwt', '', undefined, null, ['at+jwt']])
      refuses(made({}, { typ }));
  });

  it('are refused with headers that must be understood', () => {
    for (const crit of [['exp'], ['b64'], [], 'b64', {}, ['typ']]) refuses(made({}, { crit, b64: false }));
  });

  it('are refused for another audience, for several and for none', () => {
    const ours = claims.aud;
    for (const aud of [
      `${issuer}/holder`,
      issuer,
      `${ours}/`,
      undefined,
      null,
      {},
      1,
      [],
      [ours, 'x'],
      ['x', ours],
      [ours],
    ])
      refuses(made({ aud }));
  });

  it('are refused of another issuer, of several and of none', () => {
    for (const iss of ['https://other.example', `${issuer}/`, undefined, null, 1, [issuer], [issuer, 'x']])
      refuses(made({ iss }));
  });

  it('are refused without their claims, and with claims that are none', () => {
    for (const missing of ['sub', 'iat', 'exp']) refuses(made({ [missing]: undefined }));
    for (const body of ['null', '[]', '1', '"x"', '{', '', 'nan'])
      refuses(raw(header, Buffer.from(body).toString('base64url')));
    for (const head of [null, [], 1, 'HS256']) refuses(raw(head, encode(claims)));
  });

  it('give numbers as JavaScript reads them, so that whoever judges a time judges this one', () => {
    const body = (exp: string) =>
      Buffer.from(JSON.stringify(claims).replace(String(claims.exp), exp)).toString('base64url');
    expect(read(raw(header, body('9007199254740993')))).toMatchObject({ exp: 9007199254740992 });
    expect(read(raw(header, body('1e400')))).toMatchObject({ exp: Number.POSITIVE_INFINITY });
  });

  it('are read by a version of fast-jwt that has the fixes of July 2026', () => {
    const require = createRequire(createRequire(import.meta.url).resolve('@fastify/jwt'));
    const { version }: { version: string } = require('fast-jwt/package.json');
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 10_000 + minor * 100 + patch).toBeGreaterThanOrEqual(60_301);
  });
});
