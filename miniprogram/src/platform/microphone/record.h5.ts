import * as limits from '../../../../shared/limits.ts';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import type { VoiceRecording } from '../../../../shared/sample/samples.ts';
import { DeviceError } from '../device-error.ts';
import { closeStream, openDevice } from '../open-device.h5.ts';
import type { Speech } from '../platform.ts';
import { interruptions, voiceLevels } from '../signals.ts';
import { listenForFaults } from './listen-for-faults.ts';
import { resample } from './resample.ts';
import { listenForEnd, longestRecording, loudness, meterLevel } from './speech-end.ts';

/** The sound as it is: what cleans speech for the ear removes what tells speakers apart. */
const wanted = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

/** A recording that runs, or waits for the person to allow the microphone. */
interface Run {
  stopped: boolean;
  end?: () => void;
}
let running: Run | undefined;

export function stopRecording(): void {
  if (running === undefined) return;
  running.stopped = true;
  running.end?.();
}

/** Records until the digits are read, the time is over, the page is hidden or `stopRecording` is called. @throws DeviceError */
export async function record(speech: Speech): Promise<VoiceRecording> {
  stopRecording();
  const run: Run = { stopped: false };
  running = run;
  const blocks: Float32Array[] = [];
  let stream: MediaStream | undefined;
  let context: AudioContext | undefined;
  try {
    stream = await openDevice('microphone', { audio: wanted, video: false });
    // A microphone that was allowed after the person had turned away is closed unheard.
    if (run.stopped) throw new DeviceError('microphone-missing');
    context = new AudioContext();
    await hear({ context, stream, speech, run }, blocks);
    const heard = joined(blocks);
    const voice = resample(heard, context.sampleRate, limits.voiceRate);
    const recording = encodeWav(voice, limits.voiceRate);
    heard.fill(0);
    voice.fill(0);
    return { container: 'wav', recording };
  } finally {
    if (running === run) running = undefined;
    for (const block of blocks) block.fill(0);
    closeStream(stream);
    await context?.close();
    voiceLevels.tell({ level: 0 });
  }
}

async function hear(
  from: { context: AudioContext; stream: MediaStream; speech: Speech; run: Run },
  blocks: Float32Array[],
): Promise<void> {
  const { context, stream, speech, run } = from;
  // Browsers without worklets cannot hand over plain sound.
  if (!('audioWorklet' in context)) throw new DeviceError('microphone-missing');
  await context.audioWorklet.addModule(new URL('./microphone-worklet.js', import.meta.url).href);
  await context.resume();
  if (run.stopped) return;
  const microphone = new AudioWorkletNode(context, 'microphone');
  const isOver = listenForEnd(speech, context.sampleRate);
  const faultOf = listenForFaults(context.sampleRate);
  const [track] = stream.getAudioTracks();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ends: (() => void)[] = [];
  const heed = (target: EventTarget | undefined, event: string, then: () => void): void => {
    target?.addEventListener(event, then);
    ends.push(() => target?.removeEventListener(event, then));
  };
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(resolve, longestRecording(speech));
      run.end = resolve;
      heed(document, 'visibilitychange', () => document.visibilityState === 'hidden' && resolve());
      // Unplugged, or its permission withdrawn; muted, or interrupted on iOS, where a call took it.
      heed(track, 'ended', () => reject(new DeviceError('microphone-missing')));
      heed(track, 'mute', () => interruptions.tell());
      heed(context, 'statechange', () => String(context.state) === 'interrupted' && interruptions.tell());
      microphone.port.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (!(data instanceof Float32Array)) return;
        if (blocks.length === 0 && !run.stopped) speech.onOpen?.();
        blocks.push(data);
        voiceLevels.tell({ level: meterLevel(loudness(data)), fault: faultOf(data) });
        if (isOver(data)) resolve();
      };
      // A worklet runs only while it is connected to the output, to which it gives silence.
      context.createMediaStreamSource(stream).connect(microphone).connect(context.destination);
    });
  } finally {
    clearTimeout(timer);
    for (const end of ends) end();
    microphone.port.onmessage = null;
    microphone.disconnect();
  }
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
