import type { ScriptedPlatform } from '../stand-ins/phone/scripted-platform.ts';
import type { StepTime } from './case-result.ts';

/** Which step each request of the phone belongs to, by its path. */
const steps: readonly [RegExp, string][] = [
  [/\/login$/, 'login'],
  [/\/sessions\/claim$/, '02 claim'],
  [/\/applications$/, '01 consent'],
  [/\/decline$/, '02 decline'],
  [/\/challenge$/, '03 challenge'],
  [/\/samples\//, '06 relay'],
  [/\/credential$/, '07 credential'],
  [/\/sessions\/[^/]+$/, '08 result'],
];

/**
 * Listens to what a phone does and adds up the time of each step. Sealing is the time between a capture and the upload
 * of what it gave. Uploads run beside the next capture, so the sum may be more than the whole.
 * @returns takes the times since the last call
 */
export function timeSteps(platform: ScriptedPlatform): () => StepTime[] {
  let times = new Map<string, number>();
  let captured: number | undefined;
  const add = (step: string, began: number) => {
    times.set(step, (times.get(step) ?? 0) + performance.now() - began);
  };
  const timed = async <T>(step: string, act: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await act();
    } finally {
      add(step, began);
    }
  };

  const { request, openCamera, record } = platform;
  platform.request = (asked) => {
    const path = asked.url.replace(/\?.*$/, '');
    const step = steps.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
    if (step === '06 relay' && captured !== undefined) add('05 seal', captured);
    if (step === '06 relay') captured = undefined;
    return timed(step, () => request(asked));
  };
  platform.openCamera = async () => {
    const camera = await openCamera();
    return {
      watch: async (window) => {
        const frames = await timed('04 capture', () => camera.watch(window));
        captured = performance.now();
        return frames;
      },
      close: () => camera.close(),
    };
  };
  platform.record = async (speech) => {
    const heard = await timed('04 capture', () => record(speech));
    captured = performance.now();
    return heard;
  };

  return () => {
    const taken = [...times].map(([step, ms]) => ({ step, ms }));
    times = new Map();
    return taken.sort((a, b) => (a.step < b.step ? -1 : 1));
  };
}
