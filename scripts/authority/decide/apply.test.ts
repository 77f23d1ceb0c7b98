import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RetryHint } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  attempt,
  citizen,
  enrol,
  plainSamples,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import type { Finding, Template } from '../ports/engines.ts';

/** A test region, born 1990-01-01, with a check digit that fits; not in the register. */
const stranger = { name: '李四', idNumber: '990001199001010013', validUntil: 'long-term' };

let authority: Authority;
let compared: readonly Template[];
beforeEach(() => {
  const passing = passingEngines();
  authority = startAuthority({
    engines: passingEngines({
      face: {
        readPhoto: async (jpeg) => ({ ok: true, template: template(jpeg.length) }),
        decide: (sample) => {
          compared = sample.references;
          return passing.face.decide(sample);
        },
      },
    }),
  });
});
afterEach(() => authority.stop());

const identity = (changes: Partial<typeof citizen>) => ({
  identity: packIdentity({ ...citizen, ...changes }),
});

describe('apply', () => {
  it('gives a citizen of the register a credential of the level basic', async () => {
    const verdict = await attempt(authority, applyBody());
    expect(verdict).toMatchObject({ outcome: 'pass', level: 'basic', hints: [] });
    expect(verdict.credential).toMatch(/^crd_/);
  });

  it("compares with the register's own photo, even where the applicant brings another", async () => {
    await attempt(authority, applyBody({ idPhoto: true }));
    expect(compared).toEqual([template('photo of p01'.length)]);
  });

  it('voids the credential that the citizen had before', async () => {
    const first = await enrol(authority);
    await enrol(authority);
    expect(authority.ports().store.credentials.find(first)).toMatchObject({ state: 'void', face: undefined });
  });

  it.each([
    ['a name that does not fit the number', { name: '张三' }],
    ['a number whose check digit does not fit', { idNumber: '990001199904121102' }],
    ['a card that has run out', { validUntil: '2026-11-20' }],
    ['a number that the register does not know', { idNumber: stranger.idNumber }],
  ])('asks again for %s', async (_what, changes) => {
    expect(await attempt(authority, applyBody(), identity(changes))).toMatchObject({
      outcome: 'retry',
      hints: ['identity-not-matched'],
    });
  });

  it('does so three times only', async () => {
    const body = applyBody({ attempt: limits.attemptsPerSession });
    expect((await attempt(authority, body, identity({ name: '张三' }))).outcome).toBe('fail');
  });

  it('does not count a challenge among them that cost no attempt', async () => {
    const ordinal = { attempt: limits.attemptsPerSession, uncounted: 1 };
    const wrong = identity({ name: '张三' });
    expect((await attempt(authority, applyBody(ordinal), wrong)).outcome).toBe('retry');
    const last = applyBody({ ...ordinal, attempt: ordinal.attempt + 1 });
    expect((await attempt(authority, last, wrong)).outcome).toBe('fail');
  });

  it('takes whoever else brings an ID photo, and holds later applications against that photo', async () => {
    const bring = (photo: Uint8Array) =>
      attempt(authority, applyBody({ idPhoto: true }), { ...identity(stranger), 'id-photo': photo });
    expect((await bring(plainSamples['id-photo'])).outcome).toBe('pass');
    expect(compared).toEqual([template(100)]);
    expect((await bring(new Uint8Array(999))).outcome).toBe('pass');
    expect(compared).toEqual([template(100)]);
  });

  it.each<[Finding, RetryHint]>([
    ['face-not-found', 'id-photo-one-face'],
    ['face-too-dark', 'id-photo-too-dark'],
    ['face-too-small', 'id-photo-face-small'],
    ['face-unreadable', 'id-photo-unreadable'],
    ['attack-suspected', 'id-photo-unreadable'],
  ])(
    'names the ID photo where the engine finds %s on it: %s, another try and no strike',
    async (found, hint) => {
      authority.ports().engines.face.readPhoto = async () => ({ ok: false, findings: [found] });
      const verdict = await attempt(authority, applyBody({ idPhoto: true }), identity(stranger));
      expect(verdict).toMatchObject({ outcome: 'retry', hints: [hint] });
    },
  );

  it("is asked for again, and is no fault of ours, where the register's own photo cannot be read", async () => {
    authority.ports().engines.face.readPhoto = async () => ({ ok: false, findings: ['face-too-dark'] });
    const verdict = await attempt(authority, applyBody());
    expect(verdict).toMatchObject({ outcome: 'retry', hints: ['identity-not-matched'] });
    expect(authority.warnings).toEqual([]);
  });

  it('issues nothing where the face fails, or cannot be kept', async () => {
    const { face } = authority.ports().engines;
    face.decide = async () => ({ findings: [], digests: [], template: null });
    expect((await attempt(authority, applyBody())).credential).toBeUndefined();
    face.decide = async () => ({ findings: ['other-face'], digests: [], template: null });
    const failed = await attempt(authority, applyBody());
    expect([failed.outcome, failed.credential]).toEqual(['retry', undefined]);
  });

  it('asks to read the digits again where the voice cannot be enrolled', async () => {
    authority.ports().engines.voice.enrol = async () => ({ ok: false, findings: ['digits-unclear'] });
    expect(await attempt(authority, applyBody())).toMatchObject({
      outcome: 'retry',
      hints: ['say-the-digits'],
    });
  });

  it('leaves no name, number, photo or sample in the files of the authority', async () => {
    const handle = await enrol(authority);
    await attempt(authority, verifyBody(handle));
    await authority.restart();
    const { dataFolder } = authority.options;
    const files = readdirSync(dataFolder).map((name) => readFileSync(join(dataFolder, name)));
    expect(files.length).toBeGreaterThanOrEqual(4);
    const canaries = [citizen.name, citizen.idNumber, Buffer.alloc(100, 9), Buffer.alloc(100, 3)];
    for (const canary of canaries) {
      const bytes = Buffer.from(canary);
      expect(files.some((file) => file.includes(bytes))).toBe(false);
      expect(files.some((file) => file.includes(bytes.toString('base64').slice(0, -4)))).toBe(false);
    }
  });
});
