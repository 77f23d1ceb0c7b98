import { createHash } from 'node:crypto';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports.ts';
import { type Noted, noteSample } from '../samples/note-sample.ts';
import type { Challenge } from '../store/challenge-table.ts';
import type { AcceptedSample } from '../store/sample-table.ts';
import { writePlatformAnswer } from './platform-answer.ts';

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
  if (ports.now() >= challenge.expiresAt) throw new Problem('challenge-expired');
  return { challenge, came };
}

/** Notes the platform's answer as the sample that was awaited; one that was noted before stands. */
export function noteFace(ports: AuthorityPorts, challenge: Challenge, end: 'pass' | 'fail'): Noted {
  const { challengeId } = challenge.claims;
  const came = cameBefore(ports, challengeId);
  if (came !== undefined) return { awaited: came.awaited, complete: false };
  ports.begunFaces.forget(challengeId);
  const digest = createHash('sha256').update(`platform-face ${challengeId}`).digest('base64url');
  return noteSample(ports, challenge, { kind: 'platform-face', digest, plain: writePlatformAnswer(end) });
}

function cameBefore({ store }: AuthorityPorts, challengeId: string): AcceptedSample | undefined {
  return store.samples.of(challengeId).find(({ kind }) => kind === 'platform-face');
}
