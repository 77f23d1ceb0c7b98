import Taro from '@tarojs/taro';
import type { VoiceRecording } from '../../../shared/sample/unpack-voice.ts';
import { DeviceError } from './device-error.ts';
import { longestRecording } from './longest-recording.ts';
import { nameRecording } from './name-recording.ts';
import { listenForEnd, loudness, meterLevel } from './speech-end.ts';
import { takeFile } from './take-file-taro.ts';
import { showLevel } from './voice-meter.ts';

const rate = 16_000;

/** The recorder is one for the whole app, and so are its listeners. */
interface Run {
  stopped(path: string): void;
  failed(message: string): void;
  heard(pcm: ArrayBuffer): void;
}
let run: Run | undefined;
let recorder: Taro.RecorderManager | undefined;

export function stopRecording(): void {
  if (run !== undefined) recorder?.stop();
}

/** Formats in the order in which they are tried; `frameSize`, in kilobytes, asks for the sound while it is heard. */
export interface Recorders {
  formats: readonly Pick<Taro.RecorderManager.StartOption, 'format' | 'frameSize'>[];
}

/** Records until the digits are read, the time is over, the app is hidden or `stopRecording` is called. @throws DeviceError */
export async function recordBy(
  { formats }: Recorders,
  speech: { digits: string; longest: number },
): Promise<VoiceRecording> {
  stopRecording();
  Taro.onAppHide(stopRecording);
  try {
    for (const [tried, format] of formats.entries()) {
      try {
        return nameRecording(await takeFile(await recordFile(format, speech)), rate);
      } catch (problem) {
        if (problem instanceof DeviceError || tried === formats.length - 1) throw problem;
      }
    }
    throw new DeviceError('microphone-missing');
  } catch (problem) {
    throw problem instanceof DeviceError ? problem : new DeviceError('microphone-missing');
  } finally {
    run = undefined;
    Taro.offAppHide(stopRecording);
    showLevel(0);
  }
}

function recordFile(
  format: Recorders['formats'][number],
  speech: { digits: string; longest: number },
): Promise<string> {
  const manager = theRecorder();
  const isOver = listenForEnd(speech.digits.length, rate);
  return new Promise((resolve, reject) => {
    run = {
      stopped: resolve,
      failed: (message) =>
        reject(
          /auth|permission|deny|denied/i.test(message)
            ? new DeviceError('microphone-refused')
            : new Error(message),
        ),
      heard(pcm) {
        const samples = Float32Array.from(
          new Int16Array(pcm.slice(0, pcm.byteLength & ~1)),
          (x) => x / 32_768,
        );
        showLevel(meterLevel(loudness(samples)));
        if (isOver(samples)) stopRecording();
      },
    };
    manager.start({
      duration: longestRecording(speech),
      sampleRate: rate,
      numberOfChannels: 1,
      encodeBitRate: 48_000,
      ...format,
    });
  });
}

function theRecorder(): Taro.RecorderManager {
  if (recorder !== undefined) return recorder;
  const manager = Taro.getRecorderManager();
  manager.onStop(({ tempFilePath }) => run?.stopped(tempFilePath));
  manager.onError(({ errMsg }) => run?.failed(errMsg));
  manager.onFrameRecorded?.(({ frameBuffer }) => run?.heard(frameBuffer));
  recorder = manager;
  return manager;
}
