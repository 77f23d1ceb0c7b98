import { createHash } from 'node:crypto';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { AcceptedSample, Challenge } from '../ports/store.ts';
import { type Noted, noteSample } from '../samples/note-sample.ts';

/** A platform's answer as it is held among the samples: one byte. */
const passed = 1;

/**
 * The challenge whose face the platform takes.
 * @throws Problem not-found, sample-not-awaited, challenge-expired
 */
export function challengeOfFace(
  ports: AuthorityPorts,
  challengeId: string,
): { challenge: Challenge; came: AcceptedSample | undefined } {
  const challenge = ports.store.challenges.find(challengeId);
  if (challenge === undefined) throw new Problem('not-found');
  if (!challenge.claims.samples.includes('platform-face')) throw new Problem('sample-not-awaited');
  const came = cameBefore(ports, challengeId);
  if (came !== undefined) return { challenge, came };
  if (ports.store.verdicts.find(challengeId) !== undefined) throw new Problem('sample-not-awaited');
  if (ports.now() >= challenge.expiresAt || ports.store.challenges.isEnded(challengeId))
    throw new Problem('challenge-expired');
  return { challenge, came };
}

/** Notes the platform's answer as the sample that was awaited; one that was noted before stands. */
export function noteFace(ports: AuthorityPorts, challenge: Challenge, end: 'pass' | 'fail'): Noted {
  const { challengeId } = challenge.claims;
  const came = cameBefore(ports, challengeId);
  if (came !== undefined) return { awaited: came.awaited, complete: false };
  ports.begunFaces.forget(challengeId);
  const digest = createHash('sha256').update(`platform-face ${challengeId}`).digest('base64url');
  return noteSample(ports, challenge, {
    kind: 'platform-face',
    digest,
    plain: Uint8Array.of(end === 'pass' ? passed : 0),
  });
}

/** What was noted. Everything but the one byte that means a pass is a fail. */
export function readPlatformAnswer(sample: Uint8Array): 'pass' | 'fail' {
  return sample.length === 1 && sample[0] === passed ? 'pass' : 'fail';
}

function cameBefore({ store }: AuthorityPorts, challengeId: string): AcceptedSample | undefined {
  return store.samples.of(challengeId).find(({ kind }) => kind === 'platform-face');
}
