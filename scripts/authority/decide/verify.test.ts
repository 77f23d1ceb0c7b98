import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { packVoice } from '../../../shared/sample/pack-voice.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  enrol,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import type { FaceJudgement, FaceSample, Finding, VoiceJudgement } from '../ports/engines.ts';

const cases = join(import.meta.dirname, '..', '..', 'checks', 'field', 'cases');

let authority: Authority;
let handle: string;
let face: FaceJudgement;
let voice: VoiceJudgement;
let asked: FaceSample[];

beforeEach(async () => {
  face = { findings: [], digests: [], template: template(3) };
  voice = { findings: [], digests: [], trace: null };
  asked = [];
  authority = startAuthority({
    engines: passingEngines({
      face: {
        decide: async (sample) => {
          asked.push(sample);
          return face;
        },
      },
      voice: { decide: async () => voice },
    }),
  });
  handle = await enrol(authority);
});
afterEach(() => authority.stop());

describe('verify', () => {
  it('passes a live face with its voice and says so for this session, challenge and BFF alone', async () => {
    const body = verifyBody(handle);
    const { claims } = await askChallenge(authority, body);
    const verdict = await attempt(authority, body);
    expect(verdict).toEqual({
      iss: 'liangzheng-sandbox',
      aud: 'bff_test',
      iat: claims.iat,
      sandbox: true,
      challengeId: claims.challengeId,
      sessionId: body.sessionId,
      nonce: claims.nonce,
      outcome: 'pass',
      level: 'basic',
      hints: [],
    });
  });

  it("compares with the register's photo and with the enrolment, under the challenge's prompts", async () => {
    const issued = await askChallenge(authority, verifyBody(handle));
    await sendAll(authority, issued);
    await readVerdict(authority, issued);
    expect(asked.at(-1)?.references).toEqual([template(1), template(3)]);
    expect(asked.at(-1)?.prompts).toEqual(issued.claims.prompts);
  });

  it('fails a face that fails, whatever the voice says, and tells the phone why', async () => {
    face = { ...face, findings: ['attack-detected'] };
    expect(await attempt(authority, verifyBody(handle))).toMatchObject({
      outcome: 'fail',
      hints: ['use-a-live-face'],
    });
  });

  it("never passes where the register's own photo cannot be read, and counts that against nobody", async () => {
    authority.ports().register.photoOf = async () => undefined;
    for (let tries = 0; tries <= limits.failuresBeforeLock; tries++) {
      expect(await attempt(authority, verifyBody(handle))).toMatchObject({
        outcome: 'fail',
        hints: ['register-photo-unusable'],
      });
    }
    expect(asked.at(-1)?.references).toEqual([template(3)]);
    expect(authority.warnings).toEqual([]);
  });

  it('lets the voice lower a face that passed', async () => {
    voice = { ...voice, findings: ['digits-wrong'] };
    expect(await attempt(authority, verifyBody(handle))).toMatchObject({
      outcome: 'fail',
      hints: ['say-the-digits'],
    });
    voice = { ...voice, findings: ['voice-too-quiet'] };
    expect(await attempt(authority, verifyBody(handle))).toMatchObject({
      outcome: 'retry',
      hints: ['speak-louder'],
    });
  });

  it('turns the retry of the last attempt into a fail', async () => {
    face = { ...face, findings: ['face-too-dark'] };
    const body = verifyBody(handle);
    const outcomes: string[] = [];
    for (let n = 1; n <= limits.attemptsPerSession; n++) {
      outcomes.push((await attempt(authority, { ...body, attempt: n })).outcome);
    }
    expect(outcomes).toEqual(['retry', 'retry', 'fail']);
  });

  it('fails a credential that is voided while the engines are at work', async () => {
    authority.ports().engines.face.decide = async () => {
      await authority.call({ method: 'POST', url: `/v1/credentials/${handle}/void` });
      return face;
    };
    expect(await attempt(authority, verifyBody(handle))).toMatchObject({ outcome: 'fail', hints: [] });
  });

  it('fails the old credential in flight when the citizen applies again', async () => {
    const issued = await askChallenge(authority, verifyBody(handle));
    const renewed = await enrol(authority);
    await sendAll(authority, issued);
    expect((await readVerdict(authority, issued))?.outcome).toBe('fail');
    expect((await attempt(authority, verifyBody(renewed))).outcome).toBe('pass');
  });

  it('hands the digests of past samples to the engines, and the voice of the same person only', async () => {
    face = { ...face, digests: ['file:a'] };
    voice = { ...voice, digests: ['sound:b'] };
    await attempt(authority, verifyBody(handle));
    const { seen } = authority.ports().store;
    const person = authority.ports().store.credentials.find(handle)?.person ?? '';
    expect(asked.at(-1)?.seen('file:a')).toBe(true);
    expect(asked.at(-1)?.seen('file:c')).toBe(false);
    expect(seen.voice(person).digests).toEqual(['sound:b']);
    expect(seen.voice('somebody else').digests).toEqual([]);
  });

  it('locks after five failures in a row, and not when a pass came between', async () => {
    const fails = async (times: number) => {
      face = { ...face, findings: ['other-face'] };
      for (let n = 0; n < times; n++) await attempt(authority, verifyBody(handle));
      face = { ...face, findings: [] };
    };
    await fails(limits.failuresBeforeLock - 1);
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('pass');
    await fails(limits.failuresBeforeLock - 1);
    const inFlight = await askChallenge(authority, verifyBody(handle));
    await fails(1);
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-locked');
    await sendAll(authority, inFlight);
    expect((await readVerdict(authority, inFlight))?.outcome).toBe('fail');
  });

  it.each<[Finding, 'face' | 'voice']>([
    ['attack-suspected', 'face'],
    ['face-uncertain', 'face'],
    ['voice-uncertain', 'voice'],
  ])('counts a session once for %s, also where it was left before its last attempt', async (found, by) => {
    if (by === 'face') face = { ...face, findings: [found] };
    else voice = { ...voice, findings: [found] };
    for (let n = 1; n < limits.failuresBeforeLock; n++) {
      const first = verifyBody(handle);
      for (let tried = 1; tried < limits.attemptsPerSession; tried++)
        expect((await attempt(authority, { ...first, attempt: tried })).outcome).toBe('retry');
    }
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('retry');
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-locked');
  });

  it('counts no session for a picture in the dark, as often as it is left', async () => {
    face = { ...face, findings: ['face-too-dark'] };
    for (let n = 0; n < 2 * limits.failuresBeforeLock; n++) await attempt(authority, verifyBody(handle));
    face = { ...face, findings: [] };
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('pass');
  });

  it('never counts a recording that cannot be read as a failure, nor hears it', async () => {
    authority.ports().engines.voice.decide = async () => {
      throw new TypeError('heard');
    };
    const aac = readFileSync(join(cases, 'voice-aac-adts', 'phrase.aac'));
    const unreadable = { voice: packVoice({ container: 'aac', recording: new Uint8Array(aac) }) };
    for (let n = 0; n < limits.failuresBeforeLock; n++) {
      const last = verifyBody(handle, { attempt: limits.attemptsPerSession });
      expect(await attempt(authority, last, unreadable)).toMatchObject({
        ...{ outcome: 'fail', hints: ['recording-unreadable'] },
      });
    }
    const first = await attempt(authority, verifyBody(handle), unreadable);
    expect(first).toMatchObject({ outcome: 'retry', hints: ['recording-unreadable'] });
  });

  it("does not lock the counter for a citizen because of a stranger's applications", async () => {
    face = { ...face, findings: ['other-face'] };
    for (let n = 0; n < limits.failuresBeforeLock; n++) await attempt(authority, applyBody());
    face = { ...face, findings: [] };
    expect((await attempt(authority, verifyBody(handle))).outcome).toBe('pass');
  });

  it('gives another attempt, not a failure, when an engine breaks down, and nothing after the last', async () => {
    authority.ports().engines.face.decide = async () => {
      throw new TypeError('worker gone');
    };
    expect(await attempt(authority, verifyBody(handle))).toMatchObject({ outcome: 'retry', hints: [] });
    const last = await askChallenge(authority, verifyBody(handle, { attempt: limits.attemptsPerSession }));
    await sendAll(authority, last);
    expect(await readVerdict(authority, last, 0)).toBeUndefined();
    expect(authority.warnings.join()).not.toContain('worker gone');
    expect(authority.warnings).toHaveLength(2);
  });
});
