import type { VoiceRecording } from '../../../shared/sample/samples.ts';

/** What recorders write, made into what engines compare. */
export interface Recordings {
  /**
   * The sound as a WAV in memory of its own, or undefined where the bytes are no recording that can be read. What the phone says
   * it is counts less than what it is found to be. Rejecting is a fault of ours and says nothing about the recording.
   */
  toWav(voice: VoiceRecording): Promise<Uint8Array | undefined>;
}
