import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDeviceKey } from '../../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../../shared/jws/sign-es256.ts';
import * as limits from '../../../../shared/limits.ts';
import { codeOf, issuer, type TestServer, testPhone, testServer } from '../server.fixture.ts';

const path = '/holder/v1/credential';
let world: TestServer;
let phone: ReturnType<typeof testPhone>;

beforeEach(async () => {
  world = await testServer();
  phone = testPhone(world);
  await phone.login('anna');
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const ask = (headers: Record<string, string>, method = 'GET') => fetch(world.url + path, { method, headers });
const withProof = (change: Parameters<typeof phone.proof>[2]) =>
  ask({ authorization: `DPoP ${phone.token}`, dpop: phone.proof('GET', path, change) });

describe('a holder', () => {
  it('is known by token, proof and live device', async () => {
    const answer = await phone.send('GET', path);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ state: 'none' });
  });

  it('is refused without a token, with the schemes of others, and with a token of its own making', async () => {
    const dpop = phone.proof('GET', path);
    expect(await codeOf(await ask({ dpop }))).toBe('token-missing');
    expect(await codeOf(await ask({ dpop, authorization: `Bearer ${phone.token}` }))).toBe('token-missing');
    expect(await codeOf(await ask({ dpop, authorization: 'DPoP x' }))).toBe('token-invalid');
    const [, payload] = phone.token.split('.');
    const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    expect(await codeOf(await ask({ dpop, authorization: `DPoP ${header}.${payload}.x` }))).toBe(
      'token-invalid',
    );
  });

  it('is refused with a token for the counters, whatever else is right', async () => {
    const authorization = `DPoP ${await world.counterToken()}`;
    expect(await codeOf(await ask({ authorization, dpop: phone.proof('GET', path) }))).toBe('token-invalid');
  });

  it('is refused with a token that is over, though it was read before', async () => {
    expect((await phone.send('GET', path)).status).toBe(200);
    world.clock.now += limits.holderTokenLifetime;
    expect(await codeOf(await phone.send('GET', path))).toBe('token-invalid');
  });

  it('is refused without a proof, and with two', async () => {
    const authorization = `DPoP ${phone.token}`;
    expect(await codeOf(await ask({ authorization }))).toBe('dpop-missing');
    const twice = new Headers({ authorization });
    twice.append('dpop', phone.proof('GET', path));
    twice.append('dpop', phone.proof('GET', path));
    expect(await codeOf(await fetch(world.url + path, { headers: twice }))).toBe('dpop-invalid');
  });

  it('is refused when the same proof comes again', async () => {
    const headers = phone.headers('GET', path);
    expect((await ask(headers)).status).toBe(200);
    const again = await ask(headers);
    expect(again.status).toBe(401);
    expect(await codeOf(again)).toBe('dpop-replayed');
  });

  it.each([
    ['another method', { method: 'POST' }],
    ['another address', { url: `${issuer}/holder/v1/sessions/claim` }],
    ['another server', { url: `https://other.example${path}` }],
    ['another token', { accessToken: 'other' }],
    ['a clock far behind', { now: 0 }],
    ['a clock far ahead', { now: 4_000_000_000_000 }],
  ])('is refused with a proof for %s', async (_what, change) => {
    expect(await codeOf(await withProof(change))).toBe('dpop-invalid');
  });

  it('may be half a minute off', async () => {
    for (const off of [-55_000, 29_000])
      expect((await withProof({ now: world.clock.now + off })).status).toBe(200);
  });

  it('is refused with a proof by another key than the token is bound to', async () => {
    expect(await codeOf(await withProof({ key: makeDeviceKey(world.ports.random) }))).toBe('dpop-invalid');
  });

  it('is refused with a proof whose key, algorithm or type is another, or that brings a private key', async () => {
    const { publicJwk, privateKey } = phone.key;
    const payload = JSON.parse(
      Buffer.from(phone.proof('GET', path).split('.')[1] ?? '', 'base64url').toString(),
    );
    const good = { typ: 'dpop+jwt', jwk: publicJwk };
    const authorization = `DPoP ${phone.token}`;
    const send = async (header: object) => {
      const dpop = signEs256({ header: { ...good, ...header }, payload, privateKey });
      return codeOf(await ask({ authorization, dpop }));
    };
    expect(await send({ typ: 'JWT' })).toBe('dpop-invalid');
    expect(await send({ crit: ['x'] })).toBe('dpop-invalid');
    expect(await send({ jwk: { ...publicJwk, d: publicJwk.x } })).toBe('dpop-invalid');
    expect(await send({ jwk: { kty: 'oct', k: 'AAAA' } })).toBe('dpop-invalid');
    expect(await send({ jwk: { ...publicJwk, crv: 'P-384' } })).toBe('dpop-invalid');

    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const alg of ['HS256', 'none', 'ES384']) {
      const input = `${encode({ ...good, alg })}.${encode(payload)}`;
      const mac = createHmac('sha512', publicJwk.x).update(input).digest('base64url').slice(0, 86);
      expect(await codeOf(await ask({ authorization, dpop: `${input}.${mac}` }))).toBe('dpop-invalid');
    }
  });

  it('is refused with a proof whose signature was changed', async () => {
    const proof = phone.proof('GET', path);
    const other = phone.proof('GET', path);
    const dpop = proof.slice(0, proof.lastIndexOf('.')) + other.slice(other.lastIndexOf('.'));
    expect(await codeOf(await ask({ authorization: `DPoP ${phone.token}`, dpop }))).toBe('dpop-invalid');
  });

  it('is told the nonce to use, and may use the one before', async () => {
    const first = phone.nonce;
    phone.nonce = '';
    const refused = await phone.send('GET', path);
    expect(refused.headers.get('www-authenticate')).toBe('DPoP algs="ES256", error="use_dpop_nonce"');
    expect(await codeOf(refused)).toBe('dpop-nonce-stale');
    expect(phone.nonce).toBe(first);
    world.clock.now += limits.dpopNonceLifetime;
    expect((await phone.send('GET', path)).status).toBe(200);
    expect(phone.nonce).not.toBe(first);
    world.clock.now += limits.dpopNonceLifetime;
    expect((await withProof({ nonce: first })).status).toBe(401);
  });

  it('is signed out once the account is opened on another phone', async () => {
    const other = testPhone(world);
    expect(await (await other.login('anna')).json()).toMatchObject({ tookOver: true });
    const refused = await phone.send('GET', path);
    expect(refused.status).toBe(401);
    expect(await codeOf(refused)).toBe('device-voided');
    expect((await other.send('GET', path)).status).toBe(200);
  });
});

describe('a counter', () => {
  const sessions = '/counter/v1/sessions/ses_0000000000000000000000';
  const askAs = (authorization: string) => fetch(world.url + sessions, { headers: { authorization } });

  it('is known by its token', async () => {
    expect(await codeOf(await askAs(`Bearer ${await world.counterToken()}`))).toBe('not-found');
  });

  it('is refused without a token, with one for holders and with one that is over', async () => {
    const refused = await fetch(world.url + sessions);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="counter"');
    expect(await codeOf(refused)).toBe('token-missing');
    expect(await codeOf(await askAs(`Bearer ${phone.token}`))).toBe('token-invalid');
    const token = await world.counterToken();
    world.clock.now += limits.rpTokenLifetime;
    const late = await askAs(`Bearer ${token}`);
    expect(late.headers.get('www-authenticate')).toBe('Bearer realm="counter", error="invalid_token"');
    expect(await codeOf(late)).toBe('token-invalid');
  });
});
