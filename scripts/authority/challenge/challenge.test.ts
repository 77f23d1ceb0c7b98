import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  enrol,
  makeDevice,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines } from '../engines/passing-engines.fixture.ts';
import { pick, promptPairs } from './pick.ts';

describe('the challenge', () => {
  let authority: Authority;
  beforeEach(() => {
    authority = startAuthority();
  });
  afterEach(() => authority.stop());

  it('is signed under the root, marked as a sandbox and lives for a minute', async () => {
    const { claims, keys } = await askChallenge(authority, verifyBody(await enrol(authority)));
    expect([claims.iss, keys.iss]).toEqual(['liangzheng-sandbox', 'liangzheng-sandbox']);
    expect([claims.sandbox, keys.sandbox]).toEqual([true, true]);
    expect(claims.exp - claims.iat).toBe(limits.challengeLifetime / 1000);
    expect(claims.samples).toEqual(['face', 'voice']);
    expect(claims.digits).toMatch(/^[0-9]{6}$/);
  });

  it('for an application asks for ten digits three times and allows the time to read them', async () => {
    const { claims } = await askChallenge(authority, applyBody());
    expect(claims.digits).toBe('0123456789'.repeat(3));
    expect(claims.exp - claims.iat).toBe(limits.applyChallengeLifetime / 1000);
    expect(claims.samples).toEqual(['identity', 'face', 'voice']);
  });

  it('asks for an ID photo where one was announced, and for no voice without consent', async () => {
    const body = applyBody({ idPhoto: true, consent: { face: true, voice: false } });
    expect((await askChallenge(authority, body)).claims.samples).toEqual(['identity', 'id-photo', 'face']);
  });

  it('asks for no voice of a holder who enrolled none, nor without consent', async () => {
    const voiceless = await attempt(authority, applyBody({ consent: { face: true, voice: false } }));
    const first = await askChallenge(authority, verifyBody(voiceless.credential ?? ''));
    expect(first.claims.samples).toEqual(['face']);
    const body = verifyBody(await enrol(authority), { consent: { face: true, voice: false } });
    expect((await askChallenge(authority, body)).claims.samples).toEqual(['face']);
  });

  it('is the same for the same attempt, and another for the next', async () => {
    const body = applyBody();
    const first = await askChallenge(authority, body);
    expect((await askChallenge(authority, body)).claims).toEqual(first.claims);
    const next = await askChallenge(authority, { ...body, attempt: 2 });
    expect(next.claims.nonce).not.toBe(first.claims.nonce);
  });

  it('refuses the same attempt with other words', async () => {
    const body = applyBody();
    await askChallenge(authority, body);
    await expect(askChallenge(authority, { ...body, idPhoto: true })).rejects.toThrow(
      'idempotency-key-reused',
    );
  });

  it('refuses a credential that is void, or that never was', async () => {
    const handle = await enrol(authority);
    const unknown = `crd_${'A'.repeat(22)}`;
    await authority.call({ method: 'POST', url: `/v1/credentials/${handle}/void` });
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-void');
    await expect(askChallenge(authority, verifyBody(unknown))).rejects.toThrow('credential-void');
  });

  it.each([
    ['verify', {}],
    ['peer', { rpId: '', counterId: '', scene: 'peer', purpose: 'meet' }],
    ['raise', {}],
    ['family', {}],
    ['protect', { rpId: '', counterId: '', scene: '', purpose: 'unfreeze' }],
  ] as const)(
    'for %s refuses a credential that another device shows than its own',
    async (ceremony, place) => {
      const handle = await enrol(authority);
      const { credentials } = authority.ports().store;
      const found = credentials.find(handle) ?? expect.unreachable();
      if (ceremony === 'protect') credentials.put({ ...found, state: 'frozen' });
      const body = verifyBody(handle, { ceremony, ...place });
      const asked = askChallenge(authority, { ...body, deviceThumbprint: makeDevice().thumbprint });
      await expect(asked).rejects.toThrow('credential-unusable');
    },
  );

  it('refuses a strict scene to a basic credential', async () => {
    const body = verifyBody(await enrol(authority), { level: 'strict' });
    await expect(askChallenge(authority, body)).rejects.toThrow('level-too-low');
  });

  it('refuses a locked person with the time to wait, for a new credential too', async () => {
    const handle = await enrol(authority);
    await authority.restart({ engines: failingFace() });
    for (let i = 0; i < limits.failuresBeforeLock; i++) await attempt(authority, verifyBody(handle));
    const url = '/v1/challenges';
    const refused = await authority.call({ method: 'POST', url, payload: verifyBody(handle) });
    expect(refused.json().code).toBe('credential-locked');
    expect(refused.headers['retry-after']).toBe('1800');
    await authority.restart();
    const renewed = await enrol(authority);
    await expect(askChallenge(authority, verifyBody(renewed))).rejects.toThrow('credential-locked');
    authority.clock.at += limits.lockDuration;
    expect((await attempt(authority, verifyBody(renewed))).outcome).toBe('pass');
  });

  it('refuses unknown fields', async () => {
    const payload = { ...applyBody(), colour: 'red' };
    const answer = await authority.call({ method: 'POST', url: '/v1/challenges', payload });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request-invalid']);
  });
});

function failingFace() {
  return passingEngines({
    face: { decide: async () => ({ findings: ['other-face'], digests: [], template: null }) },
  });
}

describe('the random choice', () => {
  it('never gives two prompts without a turn, nor one twice', () => {
    expect(promptPairs).toHaveLength(10);
    for (const [first, second] of promptPairs) {
      expect(first).not.toBe(second);
      expect(`${first} ${second}`).toMatch(/turn-/);
    }
  });

  it('draws again where a byte would favour the first ones', () => {
    const bytes = [255, 251, 250, 13];
    const drawn = () => Uint8Array.of(bytes.shift() ?? 0);
    expect(pick([...'0123456789'], drawn)).toBe('3');
    expect(bytes).toEqual([]);
  });

  it('refuses to choose from nothing', () => {
    expect(() => pick([], () => Uint8Array.of(0))).toThrow(RangeError);
  });
});
