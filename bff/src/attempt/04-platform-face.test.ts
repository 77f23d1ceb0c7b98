import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { storeCredential } from '../credential/credential.ts';
import { holderIdOf } from '../credential/holder-id.ts';
import { login } from '../login/01-login.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { take } from '../quota/take.ts';
import { openSession } from '../verify/01-open-session.ts';
import { claim } from '../verify/02-claim.ts';
import { checkIn, consent, playChecks, problem, type World } from '../verify/checks.fixture.ts';
import { challenge } from './03-challenge.ts';
import { beginPlatformFace, endPlatformFace } from './04-platform-face.ts';

const source = '203.0.113.5';
let world: World;
let forgotten: string[];
beforeEach(async () => {
  world = await testPorts();
  forgotten = [];
  world.ports.faceVerifiers = {
    wechat: { current: async () => 'access-token', forget: (token) => void forgotten.push(token) },
  };
});
afterEach(() => world.ports.db.close());

const device = 'd'.repeat(43);
const logIn = (platform: 'wechat' | 'alipay', code: string) =>
  login(world.ports, { platform, code, deviceThumbprint: device, source }, () => 'token');

/** A holder with a credential, by a real login, so that the platform is known. */
async function anna(platform: 'wechat' | 'alipay' = 'wechat') {
  const answer = await logIn(platform, 'anna');
  const holderId = holderIdOf(world.ports.settings.holderPepper, platform, 'anna');
  const { ports, clock } = world;
  await ports.db.write([
    storeCredential(holderId, { handle: newId('crd', ports.random), level: 'basic' }, clock.now),
  ]);
  return { answer, caller: { holderId, deviceThumbprint: device } };
}

async function challenged(platform: 'wechat' | 'alipay' = 'wechat') {
  world.told.samples = ['platform-face', 'voice'];
  const { caller } = await anna(platform);
  const session = await openSession(world.ports, hotel, checkIn, world.idempotencyKey());
  await claim(world.ports, caller, { code: playChecks(world).codeOf(session) });
  await challenge(world.ports, caller, session.sessionId, { consent }, world.idempotencyKey());
  return { caller, sessionId: session.sessionId };
}

describe('who takes the face', () => {
  it('is WeChat for who logs in there, from the login on, and after a login by the device key too', async () => {
    const { answer } = await anna();
    expect(answer.faceBy).toBe('wechat');
    const again = await login(
      world.ports,
      { platform: 'device', deviceThumbprint: device, source },
      () => 'token',
    );
    expect(again.faceBy).toBe('wechat');
  });

  it('is Alipay for who logs in there, where that is on', async () => {
    world.ports.faceVerifiers = { alipay: true };
    expect((await anna('alipay')).answer.faceBy).toBe('alipay');
  });

  it('is the phone for Alipay, for SMS, and for all where it is off', async () => {
    expect((await anna('alipay')).answer).not.toHaveProperty('faceBy');
    world.ports.faceVerifiers = {};
    expect(
      await login(
        world.ports,
        { platform: 'wechat', code: 'berta', deviceThumbprint: 'e'.repeat(43), source },
        () => 't',
      ),
    ).not.toHaveProperty('faceBy');
  });

  it('is known of a holder from before the platform was noted, once that holder logs in again', async () => {
    await anna();
    await world.ports.db.write([{ sql: 'update holders set platform = null', params: {} }]);
    expect((await logIn('wechat', 'anna')).faceBy).toBe('wechat');
  });

  it('is told to the authority with each challenge', async () => {
    await challenged();
    expect(world.asked.at(-1)?.faceBy).toBe('wechat');
    world.ports.faceVerifiers = {};
    const other = await world.phone();
    const session = await openSession(world.ports, hotel, checkIn, world.idempotencyKey());
    await claim(world.ports, other, { code: playChecks(world).codeOf(session) });
    await challenge(world.ports, other, session.sessionId, { consent }, world.idempotencyKey());
    expect(world.asked.at(-1)).not.toHaveProperty('faceBy');
  });
});

describe('how often one holder has a platform asked', () => {
  const begin = async ({ caller, sessionId }: Awaited<ReturnType<typeof challenged>>) =>
    beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' }).then(
      () => 'begun',
      (fault: unknown) => fault,
    );
  const refused = expect.objectContaining({
    code: 'too-many-requests',
    retryAfter: limits.platformFacePerHolder.every / 1000,
  });

  it('has a limit over all sessions, also at the same moment, and costs nothing beyond it', async () => {
    let asked = 0;
    world.ports.authority.beginFace = async () => {
      asked++;
      return { begun: 'a.b.c', awaited: ['platform-face', 'voice'] };
    };
    const first = await challenged();
    const most = limits.platformFacePerHolder.atOnce;
    for (let count = 1; count < most; count++) expect(await begin(first)).toBe('begun');
    const second = await challenged();
    const outcomes = await Promise.all([first, second, first, second].map(begin));
    expect(outcomes.filter((outcome) => outcome === 'begun')).toHaveLength(1);
    expect(outcomes).toContainEqual(refused);
    expect(asked).toBe(most);
  });

  it('has room for one more every two minutes, and for all again after an hour', async () => {
    const { atOnce, every } = limits.platformFacePerHolder;
    const { caller } = await challenged();
    const demand = [{ quota: 'platform-faces-by-holder', subject: caller.holderId }] as const;
    for (let n = 0; n < atOnce; n++) await take(world.ports, demand);
    world.clock.now += every;
    expect(await begin(await challenged())).toBe('begun');
    expect(await begin(await challenged())).toEqual(refused);
    world.clock.now += atOnce * every;
    for (let n = 0; n < atOnce; n++) await take(world.ports, demand);
  });
});

describe('a face that the platform takes', () => {
  it('is begun with the openid and the access token, and has come when the authority says so', async () => {
    const { caller, sessionId } = await challenged();
    const given: object[] = [];
    world.ports.authority.beginFace = async (_id, body) => {
      given.push(body);
      return { begun: 'a.b.c', awaited: ['platform-face', 'voice'] };
    };
    const begun = await beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' });
    expect(given).toEqual([{ platform: 'wechat', openId: 'anna', accessToken: 'access-token' }]);
    expect(begun).toMatchObject({ begun: 'a.b.c', session: { awaited: ['platform-face', 'voice'] } });
    world.ports.authority.endFace = async () => ({ awaited: ['platform-face', 'voice'] });
    expect(await endPlatformFace(world.ports, caller, sessionId)).toMatchObject({
      awaited: ['platform-face', 'voice'],
    });
    world.ports.authority.endFace = async () => ({ awaited: ['voice'] });
    expect(await endPlatformFace(world.ports, caller, sessionId)).toMatchObject({
      state: 'challenged',
      awaited: ['voice'],
    });
    await expect(endPlatformFace(world.ports, caller, sessionId)).rejects.toEqual(
      problem('sample-not-awaited'),
    );
  });

  it('is begun at Alipay with nothing lent', async () => {
    world.ports.faceVerifiers = { alipay: true };
    const { caller, sessionId } = await challenged('alipay');
    const given: object[] = [];
    world.ports.authority.beginFace = async (_id, body) => {
      given.push(body);
      return { begun: 'a.b.c', awaited: ['platform-face', 'voice'] };
    };
    world.ports.authority.endFace = async (_id, body) => {
      given.push(body);
      return { awaited: ['voice'] };
    };
    await beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' });
    await endPlatformFace(world.ports, caller, sessionId);
    expect(given).toEqual([{ platform: 'alipay' }, {}]);
    await expect(beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' })).rejects.toEqual(
      problem('sample-not-awaited'),
    );
  });

  it('has come where the authority had nothing to show', async () => {
    const { caller, sessionId } = await challenged();
    world.ports.authority.beginFace = async () => ({ awaited: ['voice'] });
    const answer = await beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' });
    expect(answer).not.toHaveProperty('begun');
    expect(answer.session).toMatchObject({ awaited: ['voice'] });
  });

  it('makes the check ready to be decided when it comes last', async () => {
    const { caller, sessionId } = await challenged();
    await playChecks(world).send(caller, sessionId, 'voice');
    expect((await endPlatformFace(world.ports, caller, sessionId)).state).toBe('deciding');
  });

  it('is of the caller alone: the login code of another is refused before the authority hears of it', async () => {
    const { caller, sessionId } = await challenged();
    let heard = false;
    world.ports.authority.beginFace = async () => {
      heard = true;
      return { awaited: [] };
    };
    await expect(beginPlatformFace(world.ports, caller, sessionId, { code: 'berta' })).rejects.toEqual(
      problem('platform-account-other'),
    );
    expect(heard).toBe(false);
  });

  it('waits, undecided, for a platform that does not answer; the access token is fetched anew', async () => {
    const { caller, sessionId } = await challenged();
    world.ports.authority.endFace = async () => {
      throw new Problem('platform-unavailable');
    };
    await expect(endPlatformFace(world.ports, caller, sessionId)).rejects.toEqual(
      problem('platform-unavailable'),
    );
    expect(forgotten).toEqual(['access-token']);
    world.ports.authority.endFace = async () => ({ awaited: ['voice'] });
    expect(await endPlatformFace(world.ports, caller, sessionId)).toMatchObject({ awaited: ['voice'] });
  });

  it('comes too late after the end of the challenge', async () => {
    const { caller, sessionId } = await challenged();
    world.clock.now += 61_000;
    await expect(endPlatformFace(world.ports, caller, sessionId)).rejects.toEqual(
      problem('challenge-expired'),
    );
    await expect(beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' })).rejects.toEqual(
      problem('challenge-expired'),
    );
  });

  it('leaves neither the openid nor the access token in the database or the audit', async () => {
    const { caller, sessionId } = await challenged();
    await beginPlatformFace(world.ports, caller, sessionId, { code: 'anna' });
    const rows = await world.ports.db.read('select body from sessions', {});
    const holders = await world.ports.db.read('select * from holders', {});
    const kept = JSON.stringify([rows, holders, world.events]);
    expect(kept).not.toContain('anna');
    expect(kept).not.toContain('access-token');
    expect(kept).toContain('platform-face-begun');
  });
});
