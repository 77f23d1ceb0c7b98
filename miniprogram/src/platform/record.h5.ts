import type { VoiceRecording } from '../../../shared/sample/unpack-voice.ts';
import { DeviceError } from './device-error.ts';
import { closeStream, openDevice } from './device-refusal.h5.ts';
import { encodeWav } from './encode-wav.ts';
import { longestRecording } from './longest-recording.ts';
import { resample } from './resample.ts';
import { listenForEnd, loudness, meterLevel } from './speech-end.ts';
import { showLevel } from './voice-meter.ts';

const rate = 16_000;
/** The sound as it is: what cleans speech for the ear removes what tells speakers apart. */
const wanted = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

let stopRunning: (() => void) | undefined;

export function stopRecording(): void {
  stopRunning?.();
}

/** Records until the digits are read, the time is over, the page is hidden or `stopRecording` is called. @throws DeviceError */
export async function record(speech: { digits: string; longest: number }): Promise<VoiceRecording> {
  stopRecording();
  const stream = await openDevice('microphone', { audio: wanted, video: false });
  const blocks: Float32Array[] = [];
  let context: AudioContext | undefined;
  try {
    context = new AudioContext();
    await hear(context, stream, speech, blocks);
    const heard = joined(blocks);
    const voice = resample(heard, context.sampleRate, rate);
    const recording = encodeWav(voice, rate);
    heard.fill(0);
    voice.fill(0);
    return { container: 'wav', recording };
  } finally {
    for (const block of blocks) block.fill(0);
    closeStream(stream);
    await context?.close();
    showLevel(0);
  }
}

async function hear(
  context: AudioContext,
  stream: MediaStream,
  speech: { digits: string; longest: number },
  blocks: Float32Array[],
): Promise<void> {
  // Browsers without worklets cannot hand over plain sound.
  if (!('audioWorklet' in context)) throw new DeviceError('microphone-missing');
  await context.audioWorklet.addModule(new URL('./microphone-worklet.js', import.meta.url).href);
  await context.resume();
  const microphone = new AudioWorkletNode(context, 'microphone');
  const isOver = listenForEnd(speech.digits.length, context.sampleRate);
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, longestRecording(speech));
    const heed = (): void => {
      if (document.visibilityState === 'hidden') resolve();
    };
    document.addEventListener('visibilitychange', heed);
    stopRunning = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', heed);
      resolve();
    };
    microphone.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!(data instanceof Float32Array)) return;
      blocks.push(data);
      showLevel(meterLevel(loudness(data)));
      if (isOver(data)) resolve();
    };
    // A worklet runs only while it is connected to the output, to which it gives silence.
    context.createMediaStreamSource(stream).connect(microphone).connect(context.destination);
  });
  stopRunning?.();
  stopRunning = undefined;
  microphone.port.onmessage = null;
  microphone.disconnect();
}

function joined(blocks: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}
