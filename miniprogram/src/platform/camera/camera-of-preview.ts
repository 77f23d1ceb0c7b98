import type { Camera, CameraFrame, Clock } from '../platform.ts';
import { mountedCamera } from './mounted-camera.ts';
import { frameTimes, mostChanged } from './window-frames.ts';

/** Where sketches tell which frames to keep, so many times as many are taken. */
const candidates = 3;

/** A camera that takes its frames from the preview on the screen. @throws DeviceError camera-refused, camera-missing */
export async function cameraOfPreview(clock: Clock): Promise<Camera> {
  const preview = await mountedCamera(clock);
  await preview.start();
  let open = true;
  let neutral: Uint8Array | undefined;
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => void clock.after(milliseconds, resolve));
  return {
    async watch({ prompt, frames, longest }) {
      const began = clock.now();
      const choose = prompt !== null && neutral !== undefined && preview.sketch !== undefined;
      const window = { frames: choose ? frames * candidates : frames, longest };
      const seen: CameraFrame[] = [];
      const sketches: Uint8Array[] = [];
      try {
        for (const due of frameTimes(prompt === null ? 'neutral' : 'prompt', window)) {
          await pause(Math.max(0, began + due - clock.now()));
          if (!open || clock.now() - began > longest) break;
          const sketch = preview.sketch?.();
          const at = clock.now();
          seen.push({ at, jpeg: await preview.shoot() });
          if (sketch !== undefined) sketches.push(sketch);
        }
      } catch (problem) {
        for (const { jpeg } of seen) jpeg.fill(0);
        throw problem;
      }
      if (prompt === null) neutral = sketches[sketches.length - 1];
      if (!choose || neutral === undefined) return seen;
      return keep(seen, mostChanged(neutral, sketches, frames));
    },
    async close() {
      open = false;
      preview.stop();
    },
  };
}

function keep(seen: readonly CameraFrame[], places: readonly number[]): CameraFrame[] {
  for (const [place, { jpeg }] of seen.entries()) if (!places.includes(place)) jpeg.fill(0);
  return seen.filter((_, place) => places.includes(place));
}
