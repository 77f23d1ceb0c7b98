import { beforeEach, describe, expect, it } from 'vitest';
import { playApplication, playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { login } from '../login/01-login.ts';
import { json, problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';

const scanned = 'https://bff.test/q/1.x.1.y';
const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

let rig: Rig;
let opened: string[];

async function phone(ceremony: 'verify' | 'apply' = 'verify') {
  rig = await setUp(ceremony);
  rig.bff.faceBy = 'wechat';
  opened = [];
  rig.platform.verifyFace = async ({ verifyId }) => void opened.push(verifyId);
  await login(rig.holder);
}
beforeEach(() => phone());
const check = () => playCheck(rig.holder, scanned);
const steps = () => rig.bff.log.filter((what) => /platform-face|end|PUT/.test(what));

describe('a face that the platform takes', () => {
  it('opens no camera; the voice is still taken and sealed', async () => {
    expect((await check()).state).toBe('passed');
    expect(steps()).toEqual(['POST platform-face', 'POST end', 'PUT voice']);
    expect(opened).toHaveLength(1);
    expect(rig.platform.events).toEqual([expect.stringMatching(/^speak/)]);
    expect(rig.bff.samples.map(({ kind }) => kind)).toEqual(['voice']);
  });

  it('is begun after the identity has arrived, when applying', async () => {
    await phone('apply');
    expect((await playApplication(rig.holder, { identity })).state).toBe('passed');
    expect(steps()).toEqual(['PUT identity', 'POST platform-face', 'POST end', 'PUT voice']);
  });

  it('is asked after at the BFF whatever the page said, and may be done again where it was left', async () => {
    rig.bff.pagesLeft = 1;
    await expect(check()).rejects.toMatchObject({
      code: 'platform-face-left',
      retryable: true,
      action: 'capture-again',
    });
    expect(steps()).toEqual(['POST platform-face', 'POST end']);
  });

  it('needs no page where the authority has nothing to show', async () => {
    rig.bff.before = (what) => {
      if (what !== 'POST platform-face') return undefined;
      rig.bff.view = { ...rig.bff.view, awaited: ['voice'] };
      return json(201, { session: rig.bff.view });
    };
    expect((await check()).state).toBe('passed');
    expect(opened).toEqual([]);
  });

  it('brings a fresh login code each time that the BFF is asked again', async () => {
    const codes: string[] = [];
    rig.platform.loginCode = async () => {
      codes.push(`code-${codes.length}`);
      return { platform: 'wechat', code: codes.at(-1) ?? '' };
    };
    let failures = 2;
    rig.bff.before = (what) =>
      what === 'POST platform-face' && failures-- > 0 ? problemAnswer('platform-unavailable') : undefined;
    expect((await check()).state).toBe('passed');
    expect(codes).toEqual(['code-0', 'code-1', 'code-2']);
  });

  it('counts as come where the answer to its end was lost', async () => {
    let lost = false;
    rig.bff.before = (what, serve) => {
      if (what !== 'POST end') return undefined;
      if (lost) return problemAnswer('sample-not-awaited');
      lost = true;
      serve();
      throw new Error('cut');
    };
    expect((await check()).state).toBe('passed');
  });

  it('has a way out on a phone without it', async () => {
    delete rig.platform.verifyFace;
    await expect(check()).rejects.toMatchObject({ code: 'platform-face-missing', action: 'ask-staff' });
    expect(steps()).toEqual([]);
  });

  it.each([
    ['of another challenge', { challengeId: 'chl_AAAAAAAAAAAAAAAAAAAAAA' }],
    ['of another nonce', { nonce: 'A'.repeat(43) }],
    ['of another issuer', { iss: 'another' }],
    ['that denies being a sandbox', { sandbox: false }],
    ['with a verify id that is none', { verifyId: 'a b' }],
  ])('opens no page %s: a BFF cannot have this face looked at for another check', async (_, change) => {
    const begun = () => rig.bff.authority.begin('verify-of-another-check', change);
    rig.bff.before = (what) =>
      what === 'POST platform-face' ? json(201, { begun: begun(), session: rig.bff.view }) : undefined;
    await expect(check()).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(opened).toEqual([]);
  });

  it('opens no page once a key of the challenge was struck', async () => {
    rig.bff.before = (what) => {
      if (what === 'GET key-list') rig.bff.change = { keyList: { version: 2, registrars: [] } };
      return undefined;
    };
    await expect(check()).rejects.toMatchObject({ code: 'sample-refused', why: 'key-struck' });
    expect(opened).toEqual([]);
  });

  it('opens no page that another key signed', async () => {
    const forged = () => rig.bff.authority.begin('verify-1', {}, true);
    rig.bff.before = (what) =>
      what === 'POST platform-face' ? json(201, { begun: forged(), session: rig.bff.view }) : undefined;
    await expect(check()).rejects.toMatchObject({ code: 'authority-untrusted' });
    expect(opened).toEqual([]);
  });
});
