import type { VoiceRecording } from '../../../shared/sample/unpack-voice.ts';
import type { Platform } from '../platform/platform.ts';
import { capturePlan } from './capture-plan.ts';
import { guardCapture } from './guard-capture.ts';
import { HolderProblem } from './holder-problem.ts';

/**
 * The digits as the person reads them aloud.
 * @throws HolderProblem microphone-refused, microphone-missing, capture-timeout, capture-interrupted, capture-empty
 */
export async function captureVoice(platform: Platform, digits: string): Promise<VoiceRecording> {
  const longest = digits.length * capturePlan.perDigit + capturePlan.speechMargin;
  const heard = await guardCapture(
    platform,
    longest + capturePlan.recorderStart,
    () => platform.record({ digits, longest }),
    wipeRecording,
  );
  if (heard.recording.length === 0) throw new HolderProblem('capture-empty');
  return heard;
}

/** Overwrites the sound. */
export function wipeRecording({ recording }: VoiceRecording): void {
  recording.fill(0);
}
