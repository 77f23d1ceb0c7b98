import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Camera, CameraFrame } from '../../../miniprogram/src/platform/platform.ts';
import type { CameraRoll } from './camera-roll.ts';
import { varyFrame } from './vary-frame.ts';

/** Milliseconds that a person takes from reading a prompt to doing it, and the camera from frame to frame. */
const reaction = 900;
const frameGap = 260;

/** Plays the roll. No time passes really: the camera's own clock jumps from frame to frame. */
export function scriptedCamera(roll: CameraRoll): Camera {
  let at = randomInt(1_000, 100_000);
  let played = 0;
  return {
    async watch({ prompt, frames }): Promise<CameraFrame[]> {
      const files = prompt === null ? roll.neutral : roll.prompted[prompt];
      at += reaction + randomInt(300);
      const seen: CameraFrame[] = [];
      for (let i = 0; i < frames; i++) {
        const file = files[played++ % files.length];
        if (file === undefined) throw new Error('the roll has no pictures');
        at += frameGap + randomInt(60);
        seen.push({ at, jpeg: await varyFrame(await readFile(file)) });
      }
      return seen;
    },
    async close() {},
  };
}
