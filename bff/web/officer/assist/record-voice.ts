import * as limits from '../../../../shared/limits.ts';
import { packVoice } from '../../../../shared/sample/pack-voice.ts';
import type { VoiceContainer } from '../../../../shared/sample/samples.ts';
import { Refused } from '../../staff/call/refused.ts';

/** The sound as it is: what cleans speech for the ear removes what tells speakers apart. */
const wanted = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

/** What browsers record, the best first. */
const forms: readonly { type: string; container: VoiceContainer }[] = [
  { type: 'audio/webm;codecs=opus', container: 'webm' },
  { type: 'audio/ogg;codecs=opus', container: 'ogg' },
  { type: 'audio/mp4', container: 'mp4' },
];

/** A recording that runs. */
export interface Recording {
  /** Ends it: the sample, packed. The microphone is closed. @throws Refused microphone-missing where nothing was heard */
  stop(): Promise<Uint8Array>;
  /** Ends it unheard. */
  drop(): void;
}

/** Opens the microphone of this computer. @throws Refused microphone-missing where there is none, or it was not allowed */
export async function recordVoice(): Promise<Recording> {
  const form = forms.find(({ type }) => MediaRecorder.isTypeSupported(type));
  const stream = await navigator.mediaDevices?.getUserMedia({ audio: wanted }).catch(() => undefined);
  if (stream === undefined || form === undefined) throw Refused.here('microphone-missing');
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const recorder = new MediaRecorder(stream, {
    mimeType: form.type,
    audioBitsPerSecond: limits.voiceBitRate,
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const ended = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve();
  });
  recorder.start();
  const timer = setTimeout(() => recorder.state === 'recording' && recorder.stop(), limits.assistVoice);
  return {
    async stop() {
      clearTimeout(timer);
      if (recorder.state === 'recording') recorder.stop();
      await ended;
      close();
      const recording = new Uint8Array(await new Blob(parts).arrayBuffer());
      if (recording.length === 0) throw Refused.here('microphone-missing');
      try {
        return packVoice({ container: form.container, recording });
      } finally {
        recording.fill(0);
      }
    },
    drop() {
      clearTimeout(timer);
      if (recorder.state === 'recording') recorder.stop();
      close();
    },
  };
}
