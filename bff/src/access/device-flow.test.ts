import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { type TestServer, testServer } from '../http/server.fixture.ts';
import { hotel } from '../ports/ports.fixture.ts';
import { decline } from '../verify/02-decline.ts';
import { endSession } from '../verify/08-end.ts';
import { signal } from '../verify/checks.fixture.ts';
import { playDeviceFlow, watched } from './device-flow.fixture.ts';

let world: TestServer;
let play: ReturnType<typeof playDeviceFlow>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  world = await testServer({ underItsOwnName: true });
  vi.setSystemTime(world.clock.now);
  play = playDeviceFlow(world);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await world.server.close();
  await world.ports.db.close();
});

async function opened(client: openid.Configuration) {
  const given = await openid.initiateDeviceAuthorization(client, { scope: 'hotel:check-in' });
  const { session_id: sessionId, verification_uri_complete: code } = given;
  if (typeof sessionId !== 'string' || code === undefined) throw new Error('no session');
  return { given, sessionId, code, polling: watched(openid.pollDeviceAuthorizationGrant(client, given)) };
}
const until = (polling: { done: boolean }) => play.until(() => polling.done);
const denied = (error: string, state: string, sessionId: string) => ({
  fault: expect.objectContaining({
    ...{ name: 'ResponseBodyError', error, status: 400 },
    cause: expect.objectContaining({ error, state, session_id: sessionId }),
  }),
});

describe('openid-client as it comes, with one URL', () => {
  it('finds all by itself, and gets a token that opens the counter API', async () => {
    const client = await play.openidClient();
    expect(client.serverMetadata().issuer).toBe(world.url);
    const { access_token } = await openid.clientCredentialsGrant(client);
    const answer = await openid.fetchProtectedResource(
      client,
      access_token,
      new URL(`${world.url}/counter/v1/sessions`),
      'GET',
    );
    expect(await answer.json()).toMatchObject({ sessions: [] });
  });

  it('opens a check, waits, and has the result once the guest has passed and the word was typed', async () => {
    const client = await play.openidClient();
    const { given, sessionId, code, polling } = await opened(client);
    expect(given).toEqual({
      device_code: expect.stringMatching(/^[\w-]{43}$/),
      user_code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
      verification_uri: `${world.url}/device`,
      verification_uri_complete: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/q\/d\.[\w-]{22}$/),
      ...{ expires_in: limits.deviceCodeLifetime / 1000, interval: 5, session_id: sessionId },
    });
    await play.playGuest(code, sessionId);
    await play.decide(sessionId, 'pass');
    await play.until(() => play.questions() >= 3);
    expect(polling.done).toBe(false);
    await play.typeRight(sessionId);
    await until(polling);
    expect(polling).toMatchObject({
      value: {
        ...{ token_type: 'bearer', expires_in: 600 },
        ...{ session_id: sessionId, state: 'passed', result: 'result.pass.token' },
      },
    });
    const session = new URL(`${world.url}/counter/v1/sessions/${sessionId}`);
    const read = await openid.fetchProtectedResource(
      client,
      polling.value?.access_token ?? '',
      session,
      'GET',
    );
    expect(await read.json()).toMatchObject({ state: 'passed', result: 'result.pass.token' });
    expect(world.events).toContainEqual({ event: 'device-code-used', by: 'counter', sessionId });
  });

  it('is told access_denied, with the state beside it, of a fail, a decline and an end by the counter', async () => {
    const client = await play.openidClient();
    const failed = await opened(client);
    await play.playGuest(failed.code, failed.sessionId);
    await play.decide(failed.sessionId, 'fail');
    await play.typeRight(failed.sessionId);
    await until(failed.polling);
    expect(failed.polling).toMatchObject(denied('access_denied', 'failed', failed.sessionId));

    const declined = await opened(client);
    const phone = await world.phone();
    await play.claim(phone, declined.code);
    await decline(world.ports, phone, declined.sessionId);
    await until(declined.polling);
    expect(declined.polling).toMatchObject(denied('access_denied', 'declined', declined.sessionId));

    const ended = await opened(client);
    await endSession(world.ports, hotel, ended.sessionId, 'abandoned', signal);
    await until(ended.polling);
    expect(ended.polling).toMatchObject(denied('access_denied', 'cancelled', ended.sessionId));
  });

  it('is told expired_token once nobody has come', async () => {
    const client = await play.openidClient();
    const { sessionId, polling } = await opened(client);
    await play.until(() => play.questions() >= 1);
    world.clock.now += limits.deviceCheckLifetime - limits.deviceClaimLeast;
    vi.setSystemTime(world.clock.now);
    await until(polling);
    expect(polling).toMatchObject(denied('expired_token', 'expired', sessionId));
  });

  it('waits longer where it is told to slow down', async () => {
    const client = await play.openidClient();
    const { given, sessionId, code, polling } = await opened(client);
    // Another window of the same program asks too, and so comes too soon for both.
    const { device_code } = given;
    await play.until(() => play.questions() >= 1);
    await expect(
      openid.genericGrantRequest(client, 'urn:ietf:params:oauth:grant-type:device_code', { device_code }),
    ).rejects.toMatchObject({
      error: 'slow_down',
    });
    await play.playGuest(code, sessionId);
    await play.decide(sessionId, 'pass');
    await play.typeRight(sessionId);
    await until(polling);
    expect(polling).toMatchObject({ value: { state: 'passed' } });
    expect(await pauseOf(sessionId)).toBe(10);
  });

  async function pauseOf(sessionId: string): Promise<unknown> {
    const sql = 'select pause from device_codes where session_id = :sessionId';
    return (await world.ports.db.read(sql, { sessionId }))[0]?.pause;
  }
});

describe('oauth4webapi as it comes', () => {
  const insecure = { [oauth.allowInsecureRequests]: true };

  it('finds all by one URL, opens a check and has its result', async () => {
    const issuer = new URL(world.url);
    const server = await oauth
      .discoveryRequest(issuer, insecure)
      .then((answer) => oauth.processDiscoveryResponse(issuer, answer));
    const client = { client_id: hotel.counterId };
    const proves = oauth.PrivateKeyJwt(await play.importKey());

    const token = await oauth
      .clientCredentialsGrantRequest(server, client, proves, {}, insecure)
      .then((answer) => oauth.processClientCredentialsResponse(server, client, answer));
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: 600 });

    const given = await oauth
      .deviceAuthorizationRequest(server, client, proves, { scope: 'hotel:check-in' }, insecure)
      .then((answer) => oauth.processDeviceAuthorizationResponse(server, client, answer));
    const ask = async () =>
      oauth
        .deviceCodeGrantRequest(server, client, proves, given.device_code, insecure)
        .then((answer) => oauth.processDeviceCodeResponse(server, client, answer));
    await expect(ask()).rejects.toMatchObject({ error: 'authorization_pending', status: 400 });
    await expect(ask()).rejects.toMatchObject({ error: 'slow_down', status: 400 });

    const sessionId = String(given.session_id);
    await play.playGuest(given.verification_uri_complete ?? '', sessionId);
    await play.decide(sessionId, 'pass');
    await play.pass(10_000);
    await expect(ask()).rejects.toMatchObject({
      error: 'authorization_pending',
      cause: { state: 'claimed' },
    });
    await play.typeRight(sessionId);
    await play.pass(10_000);
    expect(await ask()).toMatchObject({ state: 'passed', result: 'result.pass.token' });
    await play.pass(10_000);
    await expect(ask()).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('reads the metadata by the name of RFC 8414 too', async () => {
    const issuer = new URL(world.url);
    const answer = await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' });
    expect(await oauth.processDiscoveryResponse(issuer, answer)).toMatchObject({
      issuer: world.url,
      device_authorization_endpoint: `${world.url}/oauth/device_authorization`,
      scopes_supported: expect.arrayContaining(['hotel:check-in', 'gov-window:handle-affairs']),
    });
  });
});

describe('a check that is opened as a device flow', () => {
  it('is of the scene and purpose of its scope, and of no other', async () => {
    const client = await play.openidClient();
    for (const [scope, error] of [
      ['hotel', 'invalid_scope'],
      ['hotel:handle-affairs', 'invalid_scope'],
      ['hotel:check-in hotel:visit', 'invalid_scope'],
      ['gov-window:handle-affairs', 'invalid_scope'],
    ] as const)
      await expect(openid.initiateDeviceAuthorization(client, { scope })).rejects.toMatchObject({ error });
    await expect(openid.initiateDeviceAuthorization(client, {})).rejects.toMatchObject({
      error: 'invalid_request',
    });
    await openid.initiateDeviceAuthorization(client, { scope: 'hotel:visit' });
    expect(world.events).toMatchObject([{ event: 'session-opened', scene: 'hotel', level: 'basic' }]);
  });

  it('is refused where the word is never asked for: whoever has the code could be anywhere', async () => {
    play.demand('never');
    const client = await play.openidClient();
    await expect(
      openid.initiateDeviceAuthorization(client, { scope: 'hotel:check-in' }),
    ).rejects.toMatchObject({
      error: 'unauthorized_client',
      cause: { code: 'device-flow-not-allowed' },
    });
    expect(world.events).toEqual([]);
  });

  it('keeps hashes of what was given out, and nothing of it in plain', async () => {
    const { given, code } = await opened(await play.openidClient());
    const rows = JSON.stringify(await world.ports.db.read('select * from device_codes', {}));
    for (const secret of [
      given.device_code,
      given.user_code,
      given.user_code.replace('-', ''),
      code.slice(-22),
    ])
      expect(rows).not.toContain(secret);
  });
});
