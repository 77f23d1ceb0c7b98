import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { FaceEnd, FaceVerifier, Lent } from '../ports/platform-face.ts';
import type { Challenge } from '../ports/store.ts';

/**
 * How the face of the challenge stands at the platform, over all the pages that were opened for it: who was refused on one of
 * them is refused, whichever was left.
 * @throws Problem platform-tries-over where the platform was asked too often, platform-unavailable
 */
export async function askEnds(
  { begunFaces }: AuthorityPorts,
  { claims: { challengeId }, expiresAt }: Challenge,
  faceVerifier: FaceVerifier,
  lent: Lent,
): Promise<FaceEnd> {
  if (!begunFaces.countCall(challengeId, limits.platformFaceCalls, expiresAt))
    throw new Problem('platform-tries-over');
  const opened = begunFaces.opened(challengeId);
  const ends = await Promise.all(opened.map((begun) => faceVerifier.end({ lent, begun })));
  const weighty: readonly FaceEnd[] = ['fail', 'pass', 'not-passed'];
  return weighty.find((end) => ends.includes(end)) ?? 'undecided';
}
