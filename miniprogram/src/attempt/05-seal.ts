import { sessionBinding } from '../../../shared/binding.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { signSample } from '../../../shared/device-word/sign-sample.ts';
import { packFace } from '../../../shared/sample/pack-face.ts';
import { packIdentity } from '../../../shared/sample/pack-identity.ts';
import { packVoice } from '../../../shared/sample/pack-voice.ts';
import type { FaceFrame, Identity, VoiceRecording } from '../../../shared/sample/samples.ts';
import { seal } from '../../../shared/seal/seal.ts';
import type { Holder } from '../holder/holder.ts';
import { wipeFrames } from './04-capture-face.ts';
import { wipeRecording } from './04-capture-voice.ts';
import type { CheckedChallenge } from './check-challenge.ts';

/** What was captured, or typed in. `jpeg` is the picture of an ID photo as it is. */
export type Sample =
  | { kind: 'identity'; identity: Identity }
  | { kind: 'id-photo'; jpeg: Uint8Array }
  | { kind: 'face'; frames: FaceFrame[] }
  | { kind: 'voice'; voice: VoiceRecording };

/** A sealed sample, and this phone's word that it sealed it (`shared/device-word/sample-word.ts`). */
export interface Sealed {
  envelope: Uint8Array;
  word: string;
}

/** Suite 1 draws 76 bytes, and more only where a scalar is out of range. */
const randomBytesPerSeal = 160;

/**
 * Seals the sample to the authority for this challenge alone (SEAL/1), and signs that this phone did. The plain sample is overwritten,
 * also when sealing fails.
 * @throws RangeError when the sample is not one that the authority could read; HolderProblem randomness-missing
 */
export async function sealSample(
  holder: Holder,
  { claims, sealKey }: CheckedChallenge,
  sample: Sample,
): Promise<Sealed> {
  const { device, platform, randomFor } = holder;
  const { kind } = sample;
  const breathe = () => new Promise<void>((resolve) => platform.clock.after(0, resolve));
  try {
    const plaintext = pack(sample);
    try {
      const envelope = await seal({
        key: sealKey,
        context: {
          ceremony: claims.ceremony,
          binding: sessionBinding(claims),
          challengeId: claims.challengeId,
          nonce: decodeBase64url(claims.nonce),
          deviceThumbprint: device.thumbprint,
          kind,
          sequence: claims.samples.indexOf(kind) + 1,
          total: claims.samples.length,
        },
        plaintext,
        random: await randomFor(randomBytesPerSeal),
        breathe,
      });
      const of = { challengeId: claims.challengeId, kind };
      return { envelope, word: await signSample(device, of, envelope, breathe) };
    } finally {
      plaintext.fill(0);
    }
  } finally {
    wipeSample(sample);
  }
}

function pack(sample: Sample): Uint8Array {
  switch (sample.kind) {
    case 'identity':
      return packIdentity(sample.identity);
    case 'id-photo':
      return sample.jpeg.slice();
    case 'face':
      return packFace(sample.frames);
    case 'voice':
      return packVoice(sample.voice);
  }
}

/** Overwrites the sample. Texts cannot be overwritten; they are let go of. */
export function wipeSample(sample: Sample): void {
  if (sample.kind === 'face') wipeFrames(sample.frames);
  if (sample.kind === 'voice') wipeRecording(sample.voice);
  if (sample.kind === 'id-photo') sample.jpeg.fill(0);
}
