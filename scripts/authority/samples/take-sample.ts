import { createHash } from 'node:crypto';
import type { SealedKind } from '../../../shared/challenge.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import { open } from '../../../shared/seal/open.ts';
import { sealContext } from '../challenge/seal-context.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { type Noted, noteSample } from './note-sample.ts';

/**
 * Opens one envelope for the challenge that it must belong to and keeps its content in memory. `complete` says that the
 * decision can begin; the same envelope again gets the first answer again and is never `complete`.
 * @throws Problem not-found, sample-not-awaited, challenge-expired, sample-refused
 */
export function takeSample(
  ports: AuthorityPorts,
  challengeId: string,
  kind: SealedKind,
  envelope: Uint8Array,
): Noted {
  const challenge = ports.store.challenges.find(challengeId);
  if (challenge === undefined) throw new Problem('not-found');
  const digest = createHash('sha256').update(envelope).digest('base64url');
  const accepted = ports.store.samples.of(challengeId);
  const earlier = accepted.find((sample) => sample.kind === kind);
  if (earlier !== undefined && earlier.digest === digest)
    return { awaited: earlier.awaited, complete: false };
  const decided = ports.store.verdicts.find(challengeId) !== undefined;
  if (earlier !== undefined || decided || !challenge.claims.samples.includes(kind)) {
    throw new Problem('sample-not-awaited');
  }
  if (ports.now() >= challenge.expiresAt || ports.store.challenges.isEnded(challengeId))
    throw new Problem('challenge-expired');

  const plain = openSample(ports, challenge, kind, envelope);
  return noteSample(ports, challenge, { kind, digest, plain });
}

function openSample(
  ports: AuthorityPorts,
  { claims }: Challenge,
  kind: SealedKind,
  envelope: Uint8Array,
): Uint8Array {
  let plain: Uint8Array | undefined;
  try {
    const privateKey = ports.keys.sealKey(claims.sealKeyId);
    if (privateKey === undefined) throw new Problem('sample-refused');
    plain = open({ envelope, privateKey, expected: sealContext(claims, kind) });
    shapes[kind](plain);
    return plain;
  } catch (cause) {
    plain?.fill(0);
    throw new Problem('sample-refused', { cause });
  }
}

/** Each throws a RangeError on bytes that are not a sample of the kind. */
const shapes: Record<SealedKind, (plain: Uint8Array) => unknown> = {
  identity: unpackIdentity,
  'id-photo': (plain) => {
    if (plain.length < 1 || plain.length > limits.idPhoto)
      throw new RangeError('id photo: size out of bounds');
  },
  face: unpackFace,
  voice: unpackVoice,
};
