import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  citizen,
  enrol,
  putSample,
  readVerdict,
  sealSample,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { beginFace, endFace, playedVerifier, sendSample } from './platform-face.fixture.ts';

const byWechat = { faceBy: 'wechat' } as const;
let platform: ReturnType<typeof playedVerifier>;
let authority: Authority;
beforeEach(() => {
  platform = playedVerifier();
  authority = startAuthority({ faceVerifiers: { wechat: platform.verifier } });
});
afterEach(() => authority.stop());

const verifying = async () => askChallenge(authority, verifyBody(await enrol(authority), byWechat));
const applying = () => askChallenge(authority, applyBody(byWechat));

describe('a challenge whose face the platform takes', () => {
  it('awaits the platform in place of the face, and lives longer', async () => {
    const { claims } = await verifying();
    expect(claims.samples).toEqual(['platform-face', 'voice']);
    expect((claims.exp - claims.iat) * 1000).toBe(limits.platformChallengeLifetime);
    expect((await applying()).claims.samples).toEqual(['identity', 'platform-face', 'voice']);
  });

  it('is an ordinary one where the BFF asks for no platform, or the authority has none', async () => {
    const handle = await enrol(authority);
    expect((await askChallenge(authority, verifyBody(handle))).claims.samples).toEqual(['face', 'voice']);
    await authority.restart({ faceVerifiers: {} });
    const { claims } = await askChallenge(authority, verifyBody(handle, byWechat));
    expect(claims.samples).toEqual(['face', 'voice']);
  });

  it('is an ordinary one for a citizen whose name the register does not keep', async () => {
    const handle = await enrol(authority);
    await authority.restart({ peopleFolders: [] });
    const { claims } = await askChallenge(authority, verifyBody(handle, byWechat));
    expect(claims.samples).toEqual(['face', 'voice']);
  });
});

describe('verify by the platform', () => {
  it("gives the register's own name and number to the platform, and passes when the platform says so", async () => {
    const issued = await verifying();
    const begun = await beginFace(authority, issued);
    const { challengeId, nonce } = issued.claims;
    expect(begun).toMatchObject({ status: 201, begun: { challengeId, nonce, verifyId: 'verify-1' } });
    const { name, idNumber } = citizen;
    expect(platform.asked).toMatchObject([{ lent: { openId: 'o-anna' }, identity: { name, idNumber } }]);
    expect(platform.asked[0]?.outSeqNo).toMatch(/^[0-9a-f]{32}$/);
    expect(await endFace(authority, issued)).toEqual({ status: 200, awaited: ['voice'] });
    expect(await sendSample(authority, issued, 'voice')).toMatchObject({ status: 202, awaited: [] });
    expect(await readVerdict(authority, issued)).toMatchObject({ outcome: 'pass', nonce });
  });

  it('decides when the face comes last, too', async () => {
    const issued = await verifying();
    await sendSample(authority, issued, 'voice');
    await beginFace(authority, issued);
    expect(await endFace(authority, issued)).toEqual({ status: 200, awaited: [] });
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
  });

  it('fails when the platform saw another face, and counts it towards the lock', async () => {
    const handle = await enrol(authority);
    platform.told.end = 'fail';
    for (let failure = 0; failure < limits.failuresBeforeLock; failure++) {
      const issued = await askChallenge(
        authority,
        verifyBody(handle, { ...byWechat, consent: { face: true, voice: false } }),
      );
      await beginFace(authority, issued);
      await endFace(authority, issued);
      expect(await readVerdict(authority, issued)).toMatchObject({
        outcome: 'fail',
        hints: ['face-not-matched'],
      });
    }
    await expect(askChallenge(authority, verifyBody(handle, byWechat))).rejects.toThrow('credential-locked');
  });

  it('lets the last try decide where a platform does not tell a refusal from a page that was left', async () => {
    const issued = await verifying();
    platform.told.end = 'not-passed';
    for (let tries = 1; tries < limits.platformFaceTries; tries++) {
      await beginFace(authority, issued);
      expect(await endFace(authority, issued)).toMatchObject({ awaited: ['platform-face', 'voice'] });
    }
    await beginFace(authority, issued);
    expect(await endFace(authority, issued)).toMatchObject({ awaited: ['voice'] });
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
  });

  it('lets one who left the page begin again, with another number, until there were too many', async () => {
    const issued = await verifying();
    platform.told.end = 'undecided';
    for (let tries = 0; tries < limits.platformFaceTries; tries++) {
      expect((await beginFace(authority, issued)).begun?.verifyId).toBe(`verify-${tries + 1}`);
      expect(await endFace(authority, issued)).toEqual({ status: 200, awaited: ['platform-face', 'voice'] });
    }
    expect(await beginFace(authority, issued)).toMatchObject({ status: 409, code: 'platform-tries-over' });
    expect(new Set(platform.asked.map(({ outSeqNo }) => outSeqNo)).size).toBe(limits.platformFaceTries);
  });

  it('looks at nobody again whom the platform has decided, though nobody told that the page was closed', async () => {
    const issued = await verifying();
    await beginFace(authority, issued);
    platform.told.end = 'fail';
    expect(await beginFace(authority, issued)).toMatchObject({
      status: 201,
      awaited: ['voice'],
      begun: undefined,
    });
    expect(platform.asked).toHaveLength(1);
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
  });

  it('fails who was refused on a page that was left for a newer one', async () => {
    const issued = await verifying();
    platform.told.end = 'undecided';
    await beginFace(authority, issued);
    await beginFace(authority, issued);
    platform.told.ends = { 'verify-1': 'fail', 'verify-2': 'pass' };
    expect(await endFace(authority, issued)).toMatchObject({ awaited: ['voice'] });
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
  });

  it('fails who was refused on one of several pages that were opened at the same moment', async () => {
    const issued = await verifying();
    platform.told.end = 'undecided';
    await Promise.all([1, 2, 3].map(() => beginFace(authority, issued)));
    platform.told.ends = { 'verify-1': 'pass', 'verify-2': 'fail', 'verify-3': 'pass' };
    expect(await beginFace(authority, issued)).toMatchObject({ awaited: ['voice'], begun: undefined });
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
  });

  it('passes who was recognised on a page though a newer one was left', async () => {
    const issued = await verifying();
    platform.told.end = 'undecided';
    await beginFace(authority, issued);
    await beginFace(authority, issued);
    platform.told.ends = { 'verify-1': 'pass' };
    await endFace(authority, issued);
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
  });

  it('asks the platform no more than so often, whatever it is called for', async () => {
    const issued = await verifying();
    platform.told.end = 'undecided';
    const calls = limits.platformFaceCalls;
    await beginFace(authority, issued);
    for (let call = 1; call < calls; call++) expect((await endFace(authority, issued)).status).toBe(200);
    expect(platform.queried).toHaveLength(calls - 1);
    expect(await endFace(authority, issued)).toMatchObject({ status: 409, code: 'platform-tries-over' });
    expect(await beginFace(authority, issued)).toMatchObject({ status: 409, code: 'platform-tries-over' });
    expect(platform.queried).toHaveLength(calls - 1);
    expect(platform.asked).toHaveLength(1);
  });

  it('opens no page without end at a platform that fails', async () => {
    const issued = await verifying();
    let opened = 0;
    platform.verifier.begin = async () => {
      opened++;
      throw new Problem('platform-unavailable');
    };
    for (let call = 0; call < 2 * limits.platformFaceCalls; call++) await beginFace(authority, issued);
    expect(opened).toBe(limits.platformFaceCalls);
  });

  it('answers the end twice in the same way and decides once', async () => {
    const issued = await verifying();
    await beginFace(authority, issued);
    const [first, second] = await Promise.all([endFace(authority, issued), endFace(authority, issued)]);
    platform.told.end = 'fail';
    expect(await endFace(authority, issued)).toEqual(first);
    expect(second).toEqual(first);
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('pass');
  });

  it('decides nothing while the platform cannot be reached, and goes on when it can', async () => {
    const issued = await verifying();
    await beginFace(authority, issued);
    platform.told.end = 'unavailable';
    expect(await endFace(authority, issued)).toMatchObject({ status: 503, code: 'platform-unavailable' });
    platform.told.end = 'pass';
    expect(await endFace(authority, issued)).toEqual({ status: 200, awaited: ['voice'] });
  });

  it('asks no platform where nothing was begun', async () => {
    const issued = await verifying();
    expect(await endFace(authority, issued)).toMatchObject({ status: 409, code: 'step-out-of-order' });
    expect(platform.queried).toEqual([]);
  });

  it('takes no envelope of a face, and for a face of the phone no platform', async () => {
    const issued = await verifying();
    const { challengeId } = issued.claims;
    const envelope = await sealSample(issued, 'face', { sequence: 1 });
    const codeOf = async (kind: string) =>
      (await putSample(authority, challengeId, kind, envelope)).json().code;
    expect(await codeOf('face')).toBe('sample-not-awaited');
    expect(await codeOf('platform-face')).toBe('request-invalid');
    const ordinary = await askChallenge(authority, verifyBody(await enrol(authority)));
    expect(await beginFace(authority, ordinary)).toMatchObject({ status: 409, code: 'sample-not-awaited' });
    expect(await endFace(authority, ordinary)).toMatchObject({ status: 409, code: 'sample-not-awaited' });
  });

  it('ends with the challenge', async () => {
    const issued = await verifying();
    await beginFace(authority, issued);
    authority.clock.at += limits.platformChallengeLifetime;
    expect(await endFace(authority, issued)).toMatchObject({ status: 410, code: 'challenge-expired' });
    expect(await beginFace(authority, issued)).toMatchObject({ status: 410, code: 'challenge-expired' });
  });

  it('fails where the credential was voided meanwhile', async () => {
    const issued = await verifying();
    await beginFace(authority, issued);
    await enrol(authority);
    await endFace(authority, issued);
    await sendSample(authority, issued, 'voice');
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
  });
});

describe('apply by the platform', () => {
  it('gives the name and the number of the opened envelope to the platform, and issues a credential without a face', async () => {
    const issued = await applying();
    expect(await beginFace(authority, issued)).toMatchObject({ status: 409, code: 'step-out-of-order' });
    await sendSample(authority, issued, 'identity');
    await sendSample(authority, issued, 'voice');
    await beginFace(authority, issued);
    const { name, idNumber } = citizen;
    expect(platform.asked.map(({ identity }) => identity)).toEqual([{ name, idNumber }]);
    await endFace(authority, issued);
    const verdict = await readVerdict(authority, issued);
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic' });
    const stored = authority.ports().store.credentials.find(verdict?.credential ?? '');
    expect(stored).toMatchObject({ state: 'active', hasVoice: true, face: undefined });
  });

  it('shows the page to one whose name does not fit too, and then says that name, number and face do not go together', async () => {
    const issued = await applying();
    const { challengeId } = issued.claims;
    const wrong = packIdentity({ ...citizen, name: '李四' });
    await putSample(authority, challengeId, 'identity', await sealSample(issued, 'identity', {}, wrong));
    await sendSample(authority, issued, 'voice');
    expect((await beginFace(authority, issued)).begun).toBeDefined();
    expect(platform.asked).toMatchObject([{ identity: { name: '李四' } }]);
    await endFace(authority, issued);
    expect(await readVerdict(authority, issued)).toMatchObject({
      outcome: 'retry',
      hints: ['identity-not-matched'],
    });
  });

  it('brings a credential that the phone can verify by its own camera as well', async () => {
    const issued = await applying();
    await sendSample(authority, issued, 'identity');
    await sendSample(authority, issued, 'voice');
    await beginFace(authority, issued);
    await endFace(authority, issued);
    const { credential = '' } = (await readVerdict(authority, issued)) ?? {};
    const later = await askChallenge(authority, verifyBody(credential));
    await sendSample(authority, later, 'face');
    await sendSample(authority, later, 'voice');
    expect((await readVerdict(authority, later))?.outcome).toBe('pass');
  });
});
