import Taro from '@tarojs/taro';
import * as limits from '../../../../shared/limits.ts';
import type { VoiceContainer, VoiceRecording } from '../../../../shared/sample/samples.ts';
import { DeviceError, refusalInWords } from '../device-error.ts';
import type { Speech } from '../platform.ts';
import { interruptions, voiceLevels } from '../signals.ts';
import { takeFile } from '../storage/take-file-taro.ts';
import { listenForFaults } from './listen-for-faults.ts';
import { listenForEnd, longestRecording, loudness, meterLevel } from './speech-end.ts';

/** A recording that runs, or waits for the person to allow the microphone. The recorder is one for the whole app. */
interface Run {
  speech: Speech;
  halted: boolean;
  opened: boolean;
  stopped?(path: string): void;
  failed?(message: string): void;
  heard?(pcm: ArrayBuffer): void;
}
/** The one that the recorder speaks to, and the one that was asked for last. */
let run: Run | undefined;
let newest: Run | undefined;
let ended: Promise<void> = Promise.resolve();
let recorder: Taro.RecorderManager | undefined;

export function stopRecording(): void {
  if (newest !== undefined) newest.halted = true;
  if (run !== undefined) recorder?.stop();
}

/** What a recorder may be asked for, in the words of a voice sample. What it makes of it is for the authority to find out. */
const containers = { PCM: 'pcm', wav: 'wav', aac: 'aac', mp3: 'mp3' } as const satisfies Record<
  string,
  VoiceContainer
>;

/** Formats that this phone has failed at: they are not asked for again. */
const failed = new Set<string>();

/** How a platform records. */
export interface Recorders {
  /** Formats in the order in which they are tried; `frameSize`, in kilobytes, asks for the sound while it is heard. */
  formats: readonly { format: keyof typeof containers; frameSize?: number }[];
  /** Has the owner allow the microphone, where starting does not. @throws DeviceError */
  permit?: () => Promise<void>;
}

/** Records until the digits are read, the time is over, the app is hidden or `stopRecording` is called. @throws DeviceError */
export async function recordBy({ formats, permit }: Recorders, speech: Speech): Promise<VoiceRecording> {
  stopRecording();
  const own: Run = { speech, halted: false, opened: false };
  newest = own;
  const before = ended;
  let end: () => void = () => undefined;
  ended = new Promise((resolve) => {
    end = resolve;
  });
  // The recorder's last word on the recording before belongs to that one, which removes its file.
  await before;
  run = own;
  Taro.onAppHide(stopRecording);
  try {
    await permit?.();
    for (const [tried, format] of formats.entries()) {
      if (failed.has(format.format) && tried < formats.length - 1) continue;
      // A microphone that was allowed after the person had turned away stays closed.
      if (own.halted) break;
      try {
        const recording = await takeFile(await recordFile(own, format));
        return { container: containers[format.format], recording };
      } catch (problem) {
        failed.add(format.format);
        // What was read into it is lost: the person begins again, and another format is taken then.
        if (problem instanceof DeviceError || own.opened || tried === formats.length - 1) throw problem;
      }
    }
    throw new DeviceError('microphone-missing');
  } catch (problem) {
    throw problem instanceof DeviceError ? problem : new DeviceError('microphone-missing');
  } finally {
    run = undefined;
    Taro.offAppHide(stopRecording);
    voiceLevels.tell({ level: 0 });
    end();
  }
}

function recordFile(own: Run, format: Recorders['formats'][number]): Promise<string> {
  const manager = theRecorder();
  const isOver = listenForEnd(own.speech, limits.voiceRate);
  const faultOf = listenForFaults(limits.voiceRate);
  return new Promise((resolve, reject) => {
    own.stopped = resolve;
    own.failed = (message) => {
      const told = refusalInWords(message);
      reject(told === undefined ? new Error(message) : new DeviceError(`microphone-${told}`));
    };
    own.heard = (pcm) => {
      const samples = Float32Array.from(new Int16Array(pcm.slice(0, pcm.byteLength & ~1)), (x) => x / 32_768);
      voiceLevels.tell({ level: meterLevel(loudness(samples)), fault: faultOf(samples) });
      if (isOver(samples)) stopRecording();
    };
    manager.start({
      duration: longestRecording(own.speech),
      sampleRate: limits.voiceRate,
      numberOfChannels: 1,
      encodeBitRate: 48_000,
      ...format,
    });
  });
}

function theRecorder(): Taro.RecorderManager {
  if (recorder !== undefined) return recorder;
  const manager = Taro.getRecorderManager();
  manager.onStart(() => {
    if (run === undefined || run.halted || run.opened) return;
    run.opened = true;
    run.speech.onOpen?.();
  });
  manager.onStop(({ tempFilePath }) => run?.stopped?.(tempFilePath));
  manager.onError(({ errMsg }) => run?.failed?.(errMsg));
  manager.onFrameRecorded?.(({ frameBuffer }) => run?.heard?.(frameBuffer));
  manager.onInterruptionBegin?.(() => interruptions.tell());
  recorder = manager;
  return manager;
}
