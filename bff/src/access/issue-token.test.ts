import { generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TokenProblem } from '../../../shared/contract/access/token.ts';
import * as limits from '../../../shared/limits.ts';
import { codeOf, issuer, type TestServer, testServer } from '../http/server.fixture.ts';
import { hotel, office } from '../ports/ports.fixture.ts';
import type { OneTimeId } from '../ports/replay.ts';
import { type ClientFault, clientFaults } from './client-refused.ts';

let world: TestServer;
beforeEach(async () => {
  world = await testServer();
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const seconds = () => Math.floor(world.clock.now / 1000);
/** What the client is told, and which fault the operator reads under the same trace id. */
async function refusal(assertion: string | Promise<string>, form: Record<string, string> = {}) {
  const answer = await world.askToken(await assertion, form);
  const said = Value.Parse(TokenProblem, await answer.json());
  const logged = world.lines
    .map((line) => JSON.parse(line))
    .filter(({ traceId }) => traceId === said.traceId);
  const { fault } = logged.find(({ msg }) => msg === 'client-refused') ?? {};
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('www-authenticate')).toBe(
    answer.status === 401
      ? `Bearer realm="access", error="${said.error}", error_description="${said.error_description}"`
      : null,
  );
  return { status: answer.status, code: said.code, error: said.error, told: said.error_description, fault };
}
const refused = (claims: object) => refusal(world.assertion({ claims }));
const invalidClient = (fault: ClientFault) => ({
  ...{ status: 401, code: 'client-unknown', error: 'invalid_client', fault },
  told: clientFaults[fault],
});

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

  it('takes an assertion once, and names the id that was used', async () => {
    const assertion = await world.assertion();
    expect((await world.askToken(assertion)).status).toBe(200);
    expect(await refusal(assertion)).toEqual(invalidClient('jti-used'));
    const counted = { event: 'request-refused', surface: 'access', code: 'client-unknown' };
    await expect.poll(() => world.tallied).toContainEqual(counted);
    expect(world.events).toEqual([]);
  });

  it('remembers what was used so that no loss of power makes it new', async () => {
    const shown: OneTimeId[] = [];
    const { replay } = world.ports;
    world.ports.replay = (id) => {
      shown.push(id);
      return replay(id);
    };
    expect((await world.askToken()).status).toBe(200);
    expect(shown).toMatchObject([{ scope: `assertion ${hotel.counterId}`, flush: true }]);
    expect(shown[0]?.window).toBe(limits.clientAssertionMaxLifetime + 2 * limits.clockSkew);
  });

  it.each<[string, object, ClientFault]>([
    ['another audience', { aud: 'https://other.example' }, 'aud'],
    ['the token endpoint as audience', { aud: `${issuer}/oauth/token` }, 'aud'],
    ['the token endpoint and the issuer as audience', { aud: [`${issuer}/oauth/token`, issuer] }, 'aud'],
    ['the issuer twice', { aud: [issuer, issuer] }, 'aud'],
    ['the issuer with a slash at its end', { aud: `${issuer}/` }, 'aud'],
    ['the issuer in other letters', { aud: issuer.toUpperCase() }, 'aud'],
    ['no audience', { aud: undefined }, 'aud'],
    ['an empty list as audience', { aud: [] }, 'aud'],
    ['another issuer', { iss: office.counterId }, 'iss'],
    ['no issuer', { iss: undefined }, 'iss'],
    ['a counter that is not registered', { iss: 'cnt_none', sub: 'cnt_none' }, 'sub'],
    ['no subject', { sub: undefined }, 'sub'],
    ['a list as subject', { sub: [hotel.counterId] }, 'sub'],
    ['no end', { exp: undefined }, 'exp'],
    ['an end that is text', { exp: '1800000060' }, 'exp'],
    ['no id', { jti: undefined }, 'jti'],
    ['an id that is a number', { jti: 12345678 }, 'jti'],
    ['an id of seven characters', { jti: '1234567' }, 'jti'],
    ['an id without end', { jti: 'x'.repeat(129) }, 'jti'],
    ['a beginning that is text', { nbf: 'now' }, 'nbf'],
    ['a date that is text', { iat: 'now' }, 'iat'],
  ])('refuses an assertion with %s by the name of the claim', async (_what, claims, fault) => {
    expect(await refused(claims)).toEqual(invalidClient(fault));
  });

  it('takes the issuer as the one member of a list, which says the same', async () => {
    expect((await world.askToken(await world.assertion({ claims: { aud: [issuer] } }))).status).toBe(200);
  });

  it.each<[string, (second: number) => object, ClientFault]>([
    ['is over', (now) => ({ exp: now - 31 }), 'exp'],
    ['is good for an hour', (now) => ({ exp: now + 3600 }), 'exp'],
    ['is good for ever', () => ({ exp: Number.MAX_VALUE }), 'exp'],
    ['is good in two minutes', (now) => ({ nbf: now + 120 }), 'nbf'],
    ['was made two minutes ahead', (now) => ({ iat: now + 120 }), 'iat'],
  ])('refuses an assertion that %s', async (_what, claims, fault) => {
    expect(await refused(claims(seconds()))).toEqual(invalidClient(fault));
  });

  it('takes an assertion of a clock that is half a minute off', async () => {
    for (const off of [-30, 30]) {
      const claims = { iat: seconds() + off, nbf: seconds() + off, exp: seconds() + off + 300 };
      expect((await world.askToken(await world.assertion({ claims }))).status).toBe(200);
    }
  });

  it('refuses an assertion by another key, by a shared secret and by none', async () => {
    const [header, claims] = (await world.assertion()).split('.');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const payload = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
    const foreign = new SignJWT(payload).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    expect(await refusal(foreign)).toEqual(invalidClient('signature'));
    expect(await refusal(`${header}.${claims}.`)).toEqual(invalidClient('signature'));
    const secret = new TextEncoder().encode('x'.repeat(43));
    const symmetric = new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect(await refusal(symmetric)).toEqual(invalidClient('alg'));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    expect(await refusal(none)).toEqual(invalidClient('alg'));
    for (const text of ['x', 'a.b.c', '..', 'e30.e30.', 'W10.W10.AAAA'])
      expect((await refusal(text)).fault).toMatch(/^(client_assertion|sub)$/);
  });

  it('refuses other headers by their name', async () => {
    expect(await refusal(world.assertion({ kid: 'other' }))).toEqual(invalidClient('kid'));
    for (const typ of ['dpop+jwt', 'lz-result+jwt', '', 'at+jwt', ['JWT'], null, 'JWT\n'])
      expect(await refusal(world.assertion({ header: { typ } }))).toEqual(invalidClient('typ'));
    for (const typ of ['JWT', 'jwt', 'client-authentication+jwt', 'application/client-authentication+jwt'])
      expect((await world.askToken(await world.assertion({ header: { typ } }))).status).toBe(200);
  });

  it('takes a client id that is the counter, and no other', async () => {
    expect((await world.askToken(undefined, { client_id: hotel.counterId })).status).toBe(200);
    const other = refusal(world.assertion(), { client_id: office.counterId });
    expect(await other).toEqual(invalidClient('client_id'));
  });

  it('tells nobody but the operator in production what was wrong', async () => {
    world.ports.settings.sandbox = false;
    const generic = 'The client assertion was not accepted.';
    expect(await refused({ aud: `${issuer}/` })).toMatchObject({ told: generic, fault: 'aud' });
    expect(await refused({ sub: 'cnt_none' })).toMatchObject({ told: generic, fault: 'sub' });
  });

  it('logs the counter that it is registered as, and nothing that was sent', async () => {
    await refused({ sub: 'cnt_secret-name', aud: 'https://secret-name.example' });
    await refused({ aud: 'https://secret-name.example' });
    const lines = world.lines.filter((line) => line.includes('client-refused'));
    expect(lines[0]).not.toContain('counterId');
    expect(lines[1]).toContain(`"counterId":"${hotel.counterId}"`);
    expect(lines.join()).not.toContain('secret-name');
  });

  it('says to the second when the next assertion is taken, and then takes it', async () => {
    const { atOnce, every } = limits.assertionsPerCounter;
    const burst = Array.from({ length: atOnce }, () => world.askToken());
    expect((await Promise.all(burst)).every(({ ok }) => ok)).toBe(true);
    world.clock.now += every - 400;
    const late = await world.askToken();
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await late.json()).toMatchObject({ code: 'too-many-requests', error: 'temporarily_unavailable' });
    world.clock.now += 400;
    expect((await world.askToken()).status).toBe(200);
    expect((await world.askToken()).status).toBe(429);
  });

  it('has room for a client that fetches a token for each of a request a second, and for its bursts', () => {
    const { atOnce, every } = limits.assertionsPerCounter;
    expect(every).toBeLessThanOrEqual(1000);
    expect(atOnce).toBeGreaterThanOrEqual(500);
    // A counter that does all it may fills no more than this of the database.
    const remembered = atOnce + (limits.clientAssertionMaxLifetime + 3 * limits.clockSkew) / every;
    expect(remembered * 130).toBeLessThan(150_000);
  });

  it('leaves no audit row for a refusal, however often it comes', async () => {
    for (let i = 0; i < 20; i++) await refused({ aud: 'https://other.example' });
    expect(world.events).toEqual([]);
  });

  it('refuses other grants, parameters that come twice and bodies that are not forms', async () => {
    expect(await refusal(world.assertion(), { grant_type: 'password' })).toMatchObject({
      ...{ status: 400, code: 'grant-unsupported', error: 'unsupported_grant_type' },
    });
    expect(await refusal(world.assertion(), { client_assertion_type: 'x' })).toMatchObject({
      ...{ status: 400, code: 'request-invalid', error: 'invalid_request' },
      told: 'The request does not fit the contract. (body/client_assertion_type)',
    });
    const post = (body: string, type: string) =>
      fetch(`${world.url}/oauth/token`, { method: 'POST', body, headers: { 'content-type': type } });
    const form = 'application/x-www-form-urlencoded';
    expect(await codeOf(await post('grant_type=a&grant_type=b', form))).toBe('request-invalid');
    expect(await codeOf(await post('', form))).toBe('request-invalid');
    expect(await (await post('{}', 'application/json')).json()).toMatchObject({
      ...{ code: 'content-type-unsupported', error: 'invalid_request' },
    });
    expect(await (await post('x', 'text/plain')).json()).toMatchObject({ error: 'invalid_request' });
    expect(await (await post(`a=${'x'.repeat(20_000)}`, form)).json()).toMatchObject({
      ...{ code: 'body-too-large', error: 'invalid_request' },
    });
  });

  it('answers refusals as plain JSON to who asks for it, as RFC 6749 has it, and else as a problem', async () => {
    const ask = (accept: string) =>
      fetch(`${world.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(), headers: { accept } });
    const typeFor = async (accept: string) => (await ask(accept)).headers.get('content-type');
    expect(await typeFor('application/json')).toMatch(/^application\/json(;|$)/);
    expect(await typeFor('*/*')).toMatch(/^application\/problem\+json(;|$)/);
    expect(await typeFor('application/problem+json, application/json')).toMatch(
      /^application\/problem\+json/,
    );
  });

  it('passes over parameters that it does not know, as RFC 6749 demands', async () => {
    expect((await world.askToken(undefined, { scope: 'check' })).status).toBe(200);
  });
});
