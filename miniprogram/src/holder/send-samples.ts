import type { FacePrompt, SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { captureFace } from '../attempt/04-capture-face.ts';
import { captureVoice } from '../attempt/04-capture-voice.ts';
import { type Sample, sealSample } from '../attempt/05-seal.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import type { Holder } from './holder.ts';
import { HolderProblem } from './holder-problem.ts';

/** One envelope to the BFF. */
export type Relay = (kind: SealedKind, envelope: Uint8Array) => Promise<HolderView>;

/** What the screen shows while samples are taken. */
export interface Screen {
  prompt(prompt: FacePrompt | null): void;
  digits(digits: string): void;
}

/**
 * Captures and seals what the challenge asks for, `typed` samples first, then face and voice; each travels as soon as
 * it is sealed, so that the face is on its way while the voice is being spoken. Where the platform takes the face, what was
 * typed must have arrived before.
 * @returns the newest view that an upload was answered with
 * @throws HolderProblem of the first capture or upload that failed
 */
export async function sendSamples(
  holder: Holder,
  challenge: CheckedChallenge,
  given: {
    relay: Relay;
    screen: Screen;
    /** Has the platform take the face, where the challenge says so. */
    platformFace?: () => Promise<HolderView>;
    typed?: readonly Sample[];
  },
): Promise<HolderView> {
  const { samples, prompts, digits } = challenge.claims;
  const uploads: Promise<HolderView>[] = [];
  const send = async (sample: Sample): Promise<void> => {
    if (!samples.includes(sample.kind)) return;
    const upload = given.relay(sample.kind, await sealSample(holder, challenge, sample));
    // Awaited below; a failure before that must not count as unheeded.
    upload.catch(() => undefined);
    uploads.push(upload);
  };
  for (const sample of given.typed ?? []) await send(sample);
  if (samples.includes('platform-face')) {
    if (given.platformFace === undefined) throw new HolderProblem('platform-face-missing');
    await Promise.all(uploads);
    uploads.push(Promise.resolve(await given.platformFace()));
  } else {
    await send({ kind: 'face', frames: await captureFace(holder.platform, prompts, given.screen.prompt) });
  }
  if (samples.includes('voice')) {
    given.screen.digits(digits);
    await send({ kind: 'voice', voice: await captureVoice(holder.platform, digits) });
  }
  const views = await Promise.all(uploads);
  return views.reduce((newest, view) => (view.version > newest.version ? view : newest));
}
