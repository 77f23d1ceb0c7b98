import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Lent } from '../ports/platform-face.ts';
import type { Noted } from '../samples/note-sample.ts';
import { askEnds } from './ask-ends.ts';
import { challengeOfFace, noteFace } from './note-face.ts';

/**
 * Asks the platform how the face check of the challenge ended. Where it is undecided nothing has come, and it may be begun
 * again. Once it has come, asking again gives the same answer.
 * @throws Problem not-found, sample-not-awaited, step-out-of-order, challenge-expired, platform-tries-over, platform-unavailable
 */
export async function endFace(ports: AuthorityPorts, challengeId: string, lent: Lent): Promise<Noted> {
  const { challenge, came } = challengeOfFace(ports, challengeId);
  if (came !== undefined) return { awaited: came.awaited, complete: false };
  const { faceBy = 'phone' } = challenge.asked;
  const faceVerifier = faceBy === 'phone' ? undefined : ports.faceVerifiers[faceBy];
  if (ports.begunFaces.opened(challengeId).length === 0 || faceVerifier === undefined)
    throw new Problem('step-out-of-order');
  const end = await askEnds(ports, challenge, faceVerifier, lent);
  if (end === 'pass' || end === 'fail') return noteFace(ports, challenge, end);
  // Where a platform does not tell whether it refused, the last try decides.
  const last = ports.begunFaces.triesOf(challengeId) >= limits.platformFaceTries;
  if (end === 'not-passed' && last) return noteFace(ports, challenge, 'fail');
  const accepted = ports.store.samples.of(challengeId).map(({ kind }) => kind);
  return { awaited: challenge.claims.samples.filter((kind) => !accepted.includes(kind)), complete: false };
}
