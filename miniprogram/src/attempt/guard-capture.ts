import { HolderProblem } from '../holder/holder-problem.ts';
import { DeviceError } from '../platform/device-error.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Lets `capture` run for at most so many milliseconds and only while the page is seen. What it still yields after
 * that goes to `drop`.
 * @throws HolderProblem capture-timeout, capture-interrupted, and the refusals of the devices
 */
export async function guardCapture<T>(
  platform: Platform,
  longest: number,
  capture: () => Promise<T>,
  drop: (late: T) => void,
): Promise<T> {
  let over = false;
  const stops: (() => void)[] = [];
  const interrupted = new Promise<never>((_, reject) => {
    const stop = (code: 'capture-timeout' | 'capture-interrupted') => {
      over = true;
      reject(new HolderProblem(code));
    };
    stops.push(platform.clock.after(longest, () => stop('capture-timeout')));
    stops.push(platform.onHide(() => stop('capture-interrupted')));
  });
  const captured = capture().then((sample) => {
    if (over) drop(sample);
    return sample;
  });
  try {
    return await Promise.race([captured, interrupted]);
  } catch (problem) {
    if (problem instanceof DeviceError) throw new HolderProblem(problem.code, { cause: problem });
    throw problem;
  } finally {
    for (const stop of stops) stop();
  }
}
