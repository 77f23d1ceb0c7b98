import type { VoiceRecording } from '../../../shared/sample/samples.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import type { Platform } from '../platform/platform.ts';
import { capturePlan, digitPace } from './capture-plan.ts';
import { guardCapture } from './guard-capture.ts';

/**
 * The digits as the person reads them aloud. `onOpen` is called once the microphone hears, once at most and never when it has closed:
 * digits that are shown then are read into an open microphone.
 * @throws HolderProblem microphone-refused, microphone-missing, capture-timeout, capture-interrupted, capture-empty
 */
export async function captureVoice(
  platform: Platform,
  digits: string,
  onOpen: () => void = () => undefined,
): Promise<VoiceRecording> {
  const shown = digits.length * digitPace(digits.length);
  let mayOpen = true;
  const speech = {
    digits,
    onOpen() {
      if (mayOpen) onOpen();
      mayOpen = false;
    },
    shortest: capturePlan.lead + shown,
    longest: shown + capturePlan.speechMargin,
  };
  const heard = await guardCapture(
    platform,
    speech.longest + capturePlan.recorderStart,
    () => platform.record(speech),
    wipeRecording,
  )
    .catch((problem: unknown) => {
      // Also a microphone that the person has not allowed yet, and may still.
      platform.stopRecording?.();
      throw problem;
    })
    .finally(() => {
      mayOpen = false;
    });
  if (heard.recording.length === 0) throw new HolderProblem('capture-empty');
  return heard;
}

/** Overwrites the sound. */
export function wipeRecording({ recording }: VoiceRecording): void {
  recording.fill(0);
}
