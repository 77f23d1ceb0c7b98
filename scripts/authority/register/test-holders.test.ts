import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { parseResidentId } from '../../../shared/resident-id.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  citizen,
  enrol,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines } from '../engines/passing-engines.fixture.ts';
import { type TestHolder, type TestOutcome, testHolders } from './test-holders.ts';

let authority: Authority;
let looked: number;
beforeEach(() => {
  looked = 0;
  authority = startAuthority({
    engines: passingEngines({
      face: {
        decide: async () => {
          looked++;
          return { findings: ['other-face'], digests: [], template: null };
        },
      },
    }),
  });
});
afterEach(() => authority.stop());

const named = (outcome: TestOutcome): TestHolder => {
  const holder = testHolders.find((each) => each.outcome === outcome);
  if (holder === undefined) throw new Error(outcome);
  return holder;
};

/** Applies as the test holder, from the phone of that applicant. */
async function apply({ name, idNumber }: Pick<TestHolder, 'name' | 'idNumber'>, applicant = 'a'.repeat(43)) {
  const identity = packIdentity({ name, idNumber, validUntil: 'long-term' });
  const verdict = await attempt(authority, applyBody({ applicant }), { identity });
  return verdict.credential ?? verdict.outcome;
}

describe('a test holder', () => {
  it('is of the test region, with a number as real ones have them', () => {
    for (const { idNumber } of testHolders) {
      expect(parseResidentId(idNumber, { allowTestRegion: true, now: Date.now() }).ok).toBe(true);
      expect(parseResidentId(idNumber, { allowTestRegion: false, now: Date.now() }).ok).toBe(false);
    }
  });

  it('applies, and passes or fails as the name says, whoever stands before the camera', async () => {
    for (const outcome of ['pass', 'fail'] as const) {
      const verdict = await attempt(authority, verifyBody(await apply(named(outcome))));
      expect(verdict).toMatchObject({ outcome, level: 'basic', sandbox: true });
    }
    expect(looked).toBe(0);
  });

  it('fails as often as anybody likes: nothing is counted and nothing locks', async () => {
    const handle = await apply(named('fail'));
    for (let time = 0; time <= limits.failuresBeforeLock; time++)
      expect(await attempt(authority, verifyBody(handle))).toMatchObject({ outcome: 'fail' });
  });

  it.each([
    ['void', 'credential-void'],
    ['locked', 'credential-locked'],
    ['authority-down', 'authority-unavailable'],
  ] as const)('gets no challenge where the name says %s', async (outcome, code) => {
    const handle = await apply(named(outcome));
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow(code);
  });

  it('gets a challenge of four seconds where the name says timeout, and no verdict', async () => {
    const issued = await askChallenge(authority, verifyBody(await apply(named('timeout'))));
    expect(issued.claims.exp - issued.claims.iat).toBe(4);
    await sendAll(authority, issued);
    expect(await readVerdict(authority, issued, 0)).toBeUndefined();
  });

  it('can be held by many phones at a time', async () => {
    const mine = await apply(named('pass'), 'a'.repeat(43));
    await apply(named('pass'), 'b'.repeat(43));
    expect(await attempt(authority, verifyBody(mine))).toMatchObject({ outcome: 'pass' });
  });

  it('is nobody by the name alone, or by the number alone', async () => {
    const [{ name, idNumber }] = testHolders;
    expect(await apply({ name, idNumber: citizen.idNumber })).toBe('retry');
    expect(await apply({ name: citizen.name, idNumber })).toBe('retry');
  });
});

describe('a citizen', () => {
  it('is looked at as ever, and has the whole time of a challenge', async () => {
    await authority.restart({ engines: passingEngines() });
    const { claims } = await askChallenge(authority, verifyBody(await enrol(authority)));
    expect((claims.exp - claims.iat) * 1000).toBe(limits.challengeLifetime);
  });
});
