import type { FacePrompt } from '../../../shared/challenge.ts';
import { captureFace } from '../attempt/04-capture-face.ts';
import { captureVoice, wipeRecording } from '../attempt/04-capture-voice.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import type { Platform } from '../platform/platform.ts';
import { deliver } from './deliver.ts';
import type { Journey } from './journey.ts';
import { takeChallenge } from './take-challenge.ts';

/** Takes the face for a challenge and lets it travel, unless an officer has excepted it. @throws HolderProblem */
export async function takeFace(journey: Journey, show: (prompt: FacePrompt | null) => void): Promise<void> {
  const platform = stoppable(journey);
  const { claims } = await takeChallenge(journey);
  if (claims.samples.includes('face')) {
    const frames = await captureFace(platform, claims.prompts, show);
    deliver(journey, { kind: 'face', frames });
  }
  if (!claims.samples.includes('voice')) journey.progress = { at: 'captured' };
}

/**
 * Takes the digits as they are read aloud and lets them travel.
 * @param listener is told the digits once the microphone is open, so that they are on no screen before and nobody reads them
 * into nothing; it is asked in the end whether enough was heard to be sent
 * @throws HolderProblem capture-empty where it was not, ...
 */
export async function takeVoice(
  journey: Journey,
  listener: { onOpen: (digits: string) => void; heard: () => boolean },
): Promise<void> {
  const { progress } = journey;
  if (progress.at !== 'challenged' || !progress.checked.claims.samples.includes('voice'))
    throw new HolderProblem('challenge-expired');
  const { digits } = progress.checked.claims;
  const voice = await captureVoice(stoppable(journey), digits, () => listener.onOpen(digits));
  if (!listener.heard()) {
    wipeRecording(voice);
    throw new HolderProblem('capture-empty');
  }
  deliver(journey, { kind: 'voice', voice });
  journey.progress = { at: 'captured' };
}

/** The journey's phone, whose capture also ends when `journey.stop` is called: by the cancel button and by going back. */
function stoppable(journey: Journey): Platform {
  const listeners = new Set<() => void>();
  let stopped = false;
  journey.stop = () => {
    stopped = true;
    for (const listener of listeners) listener();
    journey.holder.platform.stopRecording?.();
  };
  const { platform } = journey.holder;
  return {
    ...platform,
    onHide(listener) {
      listeners.add(listener);
      const forget = platform.onHide(listener);
      if (stopped) listener();
      return () => {
        listeners.delete(listener);
        forget();
      };
    },
  };
}
