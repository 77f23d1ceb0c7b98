import { createHash } from 'node:crypto';
import type { SealedKind } from '../../../shared/challenge.ts';
import { isSealedBy } from '../../../shared/device-word/is-sealed-by.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import { unpackKin } from '../../../shared/sample/unpack-kin.ts';
import { unpackPin } from '../../../shared/sample/unpack-pin.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import { open } from '../../../shared/seal/open.ts';
import { sealContext } from '../challenge/seal-context.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { type Noted, noteSample } from './note-sample.ts';

/**
 * Opens one envelope for the challenge that it must belong to and keeps its content in memory, once the device that is to bring it has said that it
 * sealed it. `complete` says that the decision can begin; the same envelope again gets the first answer again and is never `complete`.
 * @throws Problem not-found, sample-not-awaited, challenge-expired, sample-refused
 */
export function takeSample(
  ports: AuthorityPorts,
  challengeId: string,
  kind: SealedKind,
  { envelope, word }: { envelope: Uint8Array; word: string },
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

  const plain = openSample(ports, challenge, kind, { envelope, word, digest });
  return noteSample(ports, challenge, { kind, digest, plain });
}

function openSample(
  ports: AuthorityPorts,
  { claims }: Challenge,
  kind: SealedKind,
  { envelope, word, digest }: { envelope: Uint8Array; word: string; digest: string },
): Uint8Array {
  let plain: Uint8Array | undefined;
  try {
    const privateKey = ports.keys.sealKey(claims.sealKeyId);
    const expected = sealContext(claims, kind);
    const { challengeId, deviceThumbprint } = expected;
    if (privateKey === undefined || !isSealedBy(deviceThumbprint, word, { challengeId, kind, digest }))
      throw new Problem('sample-refused');
    plain = open({ envelope, privateKey, expected });
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
  card: unpackCard,
  pin: unpackPin,
  kin: unpackKin,
  'kin-face': unpackFace,
};
