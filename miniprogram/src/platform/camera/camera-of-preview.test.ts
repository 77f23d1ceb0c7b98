import { afterEach, describe, expect, it } from 'vitest';
import { DeviceError } from '../device-error.ts';
import type { Clock } from '../platform.ts';
import { cameraOfPreview } from './camera-of-preview.ts';
import { type MountedCamera, reportCamera } from './mounted-camera.ts';

/** A clock that jumps to whatever is waited for. */
function jumpingClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    after(milliseconds, then) {
      let off = false;
      queueMicrotask(() => {
        if (off) return;
        now += milliseconds;
        then();
      });
      return () => {
        off = true;
      };
    },
  };
}

function preview(clock: Clock, moves: (at: number) => number): MountedCamera & { stopped: boolean } {
  const shown = {
    stopped: false,
    start: async () => undefined,
    shoot: async () => new Uint8Array([moves(clock.now())]),
    sketch: () => new Uint8Array([moves(clock.now())]),
    stop() {
      shown.stopped = true;
    },
  };
  return shown;
}

afterEach(() => reportCamera(undefined));

describe('the camera of a preview', () => {
  it('keeps the frames in which the prompt was done, in their order', async () => {
    const clock = jumpingClock();
    reportCamera(preview(clock, (at) => (at > 4_000 && at < 5_000 ? 200 : 10)));
    const camera = await cameraOfPreview(clock);
    await camera.watch({ prompt: null, frames: 3, longest: 3_000 });
    const frames = await camera.watch({ prompt: 'nod', frames: 3, longest: 6_000 });
    expect(frames.map(({ jpeg }) => jpeg[0])).toEqual([200, 200, 200]);
    expect(frames.map(({ at }) => at)).toEqual(frames.map(({ at }) => at).toSorted((a, b) => a - b));
  });

  it('takes nothing more and stops the preview once it is closed', async () => {
    const clock = jumpingClock();
    const shown = preview(clock, () => 1);
    reportCamera(shown);
    const camera = await cameraOfPreview(clock);
    await camera.close();
    expect(await camera.watch({ prompt: null, frames: 3, longest: 3_000 })).toEqual([]);
    expect(shown.stopped).toBe(true);
  });

  it('overwrites the pictures it has where the preview is lost', async () => {
    const clock = jumpingClock();
    const taken: Uint8Array[] = [];
    reportCamera({
      ...preview(clock, () => 1),
      shoot: async () => {
        if (taken.length === 2) throw new DeviceError('camera-missing');
        taken.push(new Uint8Array([9]));
        return taken[taken.length - 1] ?? new Uint8Array();
      },
    });
    const camera = await cameraOfPreview(clock);
    await expect(camera.watch({ prompt: null, frames: 3, longest: 3_000 })).rejects.toMatchObject({
      code: 'camera-missing',
    });
    expect(taken.map(([byte]) => byte)).toEqual([0, 0]);
  });

  it('is refused where the preview was', async () => {
    reportCamera('camera-refused');
    await expect(cameraOfPreview(jumpingClock())).rejects.toMatchObject({ code: 'camera-refused' });
  });

  it('is missing where no preview appears', async () => {
    await expect(cameraOfPreview(jumpingClock())).rejects.toMatchObject({ code: 'camera-missing' });
  });
});
