import { encodeHex } from '../../../shared/bytes/hex.ts';
import type {
  AuthorityFaceBeginAnswer,
  AuthorityFaceBeginBody,
  BegunFaceClaims,
} from '../../../shared/contract/authority/04-platform-face.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { BegunFace } from '../ports/platform-face.ts';
import type { Challenge } from '../ports/store.ts';
import { askEnds } from './ask-ends.ts';
import { identityFor } from './identity-for.ts';
import { challengeOfFace, noteFace } from './note-face.ts';

export type Begun = AuthorityFaceBeginAnswer & { complete: boolean };

/**
 * Opens a face check at the platform for the person that the challenge is about. Those that were opened before are asked after
 * first: who was decided there is not looked at again. Without `begun` there is nothing to show, the sample has come.
 * @throws Problem not-found, sample-not-awaited, step-out-of-order, challenge-expired, platform-tries-over, platform-unavailable
 */
export async function beginFace(
  ports: AuthorityPorts,
  challengeId: string,
  { platform, ...lent }: AuthorityFaceBeginBody,
): Promise<Begun> {
  const { challenge, came } = challengeOfFace(ports, challengeId);
  const { begunFaces } = ports;
  const faceVerifier = ports.faceVerifiers[platform];
  if (came !== undefined || challenge.asked.faceBy !== platform || faceVerifier === undefined)
    throw new Problem('sample-not-awaited');
  const identity = identityFor(ports, challenge);
  if (identity === undefined) return noteFace(ports, challenge, 'fail');

  const ended = await askEnds(ports, challenge, faceVerifier, lent);
  if (ended === 'pass' || ended === 'fail') return noteFace(ports, challenge, ended);

  if (!begunFaces.countTry(challengeId, limits.platformFaceTries, challenge.expiresAt)) {
    if (ended === 'not-passed') return noteFace(ports, challenge, 'fail');
    throw new Problem('platform-tries-over');
  }
  const outSeqNo = encodeHex(ports.random(16));
  const begun = await faceVerifier.begin({ lent, outSeqNo, identity }).catch((fault: unknown) => {
    begunFaces.giveBack(challengeId);
    throw fault;
  });
  begunFaces.add(challengeId, begun);
  return {
    begun: signBegun(ports, challenge, begun),
    awaited: stillAwaited(ports, challenge),
    complete: false,
  };
}

function signBegun({ keys, now, settings }: AuthorityPorts, { claims }: Challenge, face: BegunFace): string {
  const { verifyId, url } = face;
  const { challengeId, nonce } = claims;
  const begun: BegunFaceClaims = {
    ...{ iss: settings.issuer, iat: Math.floor(now() / 1000), sandbox: true },
    ...{ challengeId, nonce, verifyId },
    ...(url === undefined ? {} : { url }),
  };
  return keys.sign('lz-platform-face+jwt', begun);
}

function stillAwaited({ store }: AuthorityPorts, { claims }: Challenge) {
  const accepted = store.samples.of(claims.challengeId).map(({ kind }) => kind);
  return claims.samples.filter((kind) => !accepted.includes(kind));
}
