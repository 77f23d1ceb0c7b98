import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  enrol,
  type Issued,
  putSample,
  readVerdict,
  sealSample,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import { passingEngines } from '../engines/passing-engines.fixture.ts';

let authority: Authority;
let decide: () => void;
let held: Promise<void>;
let otherFace: boolean;
beforeEach(() => {
  held = Promise.resolve();
  otherFace = false;
  const engines = passingEngines();
  authority = startAuthority({
    engines: {
      ...engines,
      face: {
        ...engines.face,
        async decide(sample) {
          await held;
          const judged = await engines.face.decide(sample);
          return otherFace ? { ...judged, findings: ['other-face'] } : judged;
        },
      },
    },
  });
});
afterEach(() => authority.stop());

function hold(): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  decide = resolve;
}

const end = ({ claims }: Issued) =>
  authority.call({ method: 'POST', url: `/v1/challenges/${claims.challengeId}/end` });
const live = async () => {
  const { credentials } = (await authority.call({ method: 'GET', url: '/v1/credentials' })).json();
  return credentials.filter(({ state }: { state: string }) => state === 'active');
};
/** Lets the held decision go on, and waits until it is over. */
async function decideNow({ claims }: Issued): Promise<void> {
  const { heard } = authority.ports().decided.listen(claims.challengeId, 10_000);
  decide();
  await heard;
}

describe('ending a challenge', () => {
  it('tells the verdict where there is one, as often as it is asked, and lets it stand', async () => {
    const issued = await askChallenge(authority, applyBody());
    await sendAll(authority, issued);
    const verdict = await readVerdict(authority, issued);
    for (let times = 0; times < 2; times++) {
      const answer = await end(issued);
      expect(answer.statusCode).toBe(200);
      expect(answer.json().verdict).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    }
    expect(await readVerdict(authority, issued)).toEqual(verdict);
    expect(await live()).toHaveLength(1);
  });

  it('leaves no credential and no verdict of what is being decided, and lets go of who waits', async () => {
    const issued = await askChallenge(authority, applyBody());
    hold();
    await sendAll(authority, issued);
    const waiting = readVerdict(authority, issued, limits.longPollSeconds);
    expect((await end(issued)).statusCode).toBe(204);
    expect(await waiting).toBeUndefined();
    await decideNow(issued);
    expect((await end(issued)).statusCode).toBe(204);
    expect(await live()).toEqual([]);
  });

  it('takes no further sample', async () => {
    const issued = await askChallenge(authority, applyBody());
    await end(issued);
    const envelope = await sealSample(issued, 'face');
    const answer = await putSample(authority, issued.claims.challengeId, 'face', envelope);
    expect(answer.json().code).toBe('challenge-expired');
  });

  it('is not found for a challenge that never was', async () => {
    const url = `/v1/challenges/chl_${'A'.repeat(22)}/end`;
    expect((await authority.call({ method: 'POST', url })).json().code).toBe('not-found');
  });

  it('spares nobody a strike, and counts none twice', async () => {
    const handle = await enrol(authority);
    otherFace = true;
    for (let failures = 1; failures <= limits.failuresBeforeLock; failures++) {
      const issued = await askChallenge(authority, verifyBody(handle));
      hold();
      await sendAll(authority, issued);
      await end(issued);
      await decideNow(issued);
      for (let times = 0; times < 3; times++) await end(issued);
      expect(await readVerdict(authority, issued, 0)).toBeUndefined();
    }
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-locked');
  });

  it('does not count as a failure, nor as a pass that clears the count', async () => {
    const handle = await enrol(authority);
    const fail = async () => {
      otherFace = true;
      await attempt(authority, verifyBody(handle));
      otherFace = false;
    };
    for (let failures = 1; failures < limits.failuresBeforeLock; failures++) await fail();
    hold();
    const issued = await askChallenge(authority, verifyBody(handle));
    await sendAll(authority, issued);
    await end(issued);
    await decideNow(issued);
    held = Promise.resolve();
    await fail();
    await expect(askChallenge(authority, verifyBody(handle))).rejects.toThrow('credential-locked');
  });
});

it('nothing is decided later than anybody waits, though nobody said that it is over', async () => {
  const issued = await askChallenge(authority, applyBody());
  hold();
  await sendAll(authority, issued);
  authority.clock.at = issued.claims.exp * 1000 + limits.decidingLifetime + 1;
  await decideNow(issued);
  expect(await readVerdict(authority, issued, 0)).toBeUndefined();
  expect(await live()).toEqual([]);
});
