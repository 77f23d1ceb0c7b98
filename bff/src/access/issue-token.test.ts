import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, issuer, type TestServer, testServer } from '../http/server.fixture.ts';
import { hotel, office } from '../ports/ports.fixture.ts';

let world: TestServer;
beforeEach(async () => {
  world = await testServer();
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const seconds = () => Math.floor(world.clock.now / 1000);
const refused = async (claims: object) => {
  const answer = await world.askToken(await world.assertion({ claims }));
  return [answer.status, await codeOf(answer)];
};

describe('the token endpoint', () => {
  it('gives a counter a token for ten minutes and counts it', async () => {
    const answer = await world.askToken();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: 'Bearer',
      expires_in: 600,
    });
    expect(world.tallied).toContainEqual({ event: 'counter-token-issued', ...hotel });
  });

  it('takes its own address as audience as well', async () => {
    const claims = { aud: `${issuer}/oauth/token` };
    expect((await world.askToken(await world.assertion({ claims }))).status).toBe(200);
  });

  it('takes an assertion once', async () => {
    const assertion = await world.assertion();
    expect((await world.askToken(assertion)).status).toBe(200);
    expect(await codeOf(await world.askToken(assertion))).toBe('client-unknown');
    const refused = { event: 'request-refused', surface: 'access', code: 'client-unknown' };
    await expect.poll(() => world.tallied).toContainEqual(refused);
    expect(world.events).toEqual([]);
  });

  it.each([
    ['another audience', { aud: 'https://other.example' }],
    ['a second audience', { aud: [issuer, 'https://other.example'] }],
    ['no audience', { aud: undefined }],
    ['another issuer', { iss: office.counterId }],
    ['a counter that is not registered', { iss: 'cnt_none', sub: 'cnt_none' }],
    ['no end', { exp: undefined }],
    ['no id', { jti: undefined }],
    ['an id that is a number', { jti: 12345678 }],
  ])('refuses an assertion with %s', async (_what, claims) => {
    expect(await refused(claims)).toEqual([401, 'client-unknown']);
  });

  it('refuses an assertion that is over, not yet good, or good for too long', async () => {
    expect(await refused({ exp: seconds() - 31 })).toEqual([401, 'client-unknown']);
    expect(await refused({ nbf: seconds() + 60 })).toEqual([401, 'client-unknown']);
    expect(await refused({ exp: seconds() + 3600 })).toEqual([401, 'client-unknown']);
  });

  it('refuses an assertion by another key, by another kid and by a shared secret', async () => {
    const claims = {
      iss: hotel.counterId,
      sub: hotel.counterId,
      aud: issuer,
      jti: 'aaaaaaaaaa',
      exp: seconds() + 60,
    };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const foreign = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('x'.repeat(43)));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${foreign.split('.')[1]}.`;
    const otherKid = await world.assertion({ kid: 'other' });
    for (const assertion of [foreign, symmetric, none, otherKid, 'x', 'a.b.c'])
      expect(await codeOf(await world.askToken(assertion))).toBe('client-unknown');
  });

  it('refuses other grants, parameters that come twice and bodies that are not forms', async () => {
    expect(await codeOf(await world.askToken(undefined, { grant_type: 'password' }))).toBe(
      'grant-unsupported',
    );
    expect(await codeOf(await world.askToken(undefined, { client_assertion_type: 'x' }))).toBe(
      'grant-unsupported',
    );
    const post = (body: string, type: string) =>
      fetch(`${world.url}/oauth/token`, { method: 'POST', body, headers: { 'content-type': type } });
    const form = 'application/x-www-form-urlencoded';
    expect(await codeOf(await post('grant_type=a&grant_type=b', form))).toBe('request-invalid');
    expect(await codeOf(await post('', form))).toBe('request-invalid');
    expect(await codeOf(await post('{}', 'application/json'))).toBe('content-type-unsupported');
  });

  it('passes over parameters that it does not know, as RFC 6749 demands', async () => {
    expect((await world.askToken(undefined, { scope: 'check' })).status).toBe(200);
  });
});
