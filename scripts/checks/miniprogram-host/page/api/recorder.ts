import { wrapPcm } from '../../../../../shared/sample/encode-wav.ts';
import { ask, fromBase64 } from '../ask.ts';
import { writeTemporaryFile } from './files.ts';

interface RecorderOptions {
  /** Milliseconds after which it stops by itself. */
  duration?: number;
  format?: string;
  /** Kilobytes of each frame; without it there are none. */
  frameSize?: number;
}

type Listener = (event: object) => void;
type EventName = 'start' | 'stop' | 'error' | 'frame';

/**
 * `getRecorderManager` of both platforms. The person begins to read at once; what has not been read when the recorder
 * stops is lost, so that an app that stops too early notices.
 */
export function recorderApi(): Record<string, unknown> {
  const listeners: Record<EventName, Set<Listener>> = {
    ...{ start: new Set(), stop: new Set(), error: new Set(), frame: new Set() },
  };
  const tell = (name: EventName, event: object) => {
    for (const listener of listeners[name]) listener(event);
  };
  let stopNow: (() => void) | undefined;

  async function run(options: RecorderOptions): Promise<void> {
    await ask('permission', { scope: 'microphone' });
    const began = performance.now();
    tell('start', {});
    const { pcm, rate } = await ask('recording', {});
    const sound = fromBase64(pcm);
    let sent = 0;
    const heard = () => Math.min(sound.length, 2 * Math.floor(((performance.now() - began) / 1000) * rate));
    const flush = () => {
      const until = heard();
      if (options.frameSize !== undefined && until > sent) {
        tell('frame', { frameBuffer: sound.slice(sent, until).buffer, isLastFrame: false });
      }
      sent = until;
    };
    const ticking = setInterval(flush, 100);
    await new Promise<void>((resolve) => {
      stopNow = resolve;
      setTimeout(resolve, options.duration ?? 60_000);
    });
    clearInterval(ticking);
    stopNow = undefined;
    flush();
    const recorded = sound.slice(0, heard());
    const raw = options.format?.toLowerCase() === 'pcm';
    const file = raw ? recorded : wrapPcm(recorded, rate);
    const tempFilePath = writeTemporaryFile(file, raw ? 'pcm' : 'wav');
    tell('stop', { tempFilePath, duration: performance.now() - began, fileSize: file.length });
  }

  const manager = {
    start: (options: RecorderOptions = {}) => {
      run(options).catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause);
        tell('error', { errMsg: `operateRecorder:fail ${reason}`, error: 2, errorMessage: reason });
      });
    },
    stop: () => stopNow?.(),
    onStart: (listener: Listener) => void listeners.start.add(listener),
    onStop: (listener: Listener) => void listeners.stop.add(listener),
    onError: (listener: Listener) => void listeners.error.add(listener),
    onFrameRecorded: (listener: Listener) => void listeners.frame.add(listener),
    offStart: (listener: Listener) => void listeners.start.delete(listener),
    offStop: (listener: Listener) => void listeners.stop.delete(listener),
    offError: (listener: Listener) => void listeners.error.delete(listener),
    offFrameRecorded: (listener: Listener) => void listeners.frame.delete(listener),
    onInterruptionBegin: () => undefined,
    onInterruptionEnd: () => undefined,
    onPause: () => undefined,
    onResume: () => undefined,
  };
  return { getRecorderManager: () => manager };
}
