import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Camera, CameraFrame, Platform } from '../../../../miniprogram/src/platform/platform.ts';
import { rollOfPerson } from '../../../stand-ins/phone/camera-roll.ts';
import type { Person } from '../../../stand-ins/phone/read-people.ts';
import { scriptedCamera } from '../../../stand-ins/phone/scripted-camera.ts';
import type { PlayOf } from '../case-file.ts';

/** Which frame of the capture the fed one takes the place of: one while the person just looks. */
const spoiledFrame = 1;

/** A camera that sees the citizen, with one of its frames as it lies in the case's folder, or all of them mirrored. */
export async function feedCamera(
  person: Person,
  folder: string,
  { frame, mirrored = false }: Pick<PlayOf<'check'>, 'frame' | 'mirrored'>,
): Promise<Pick<Platform, 'openCamera'>> {
  const fed = frame === undefined ? undefined : new Uint8Array(await readFile(join(folder, frame)));
  return {
    async openCamera(): Promise<Camera> {
      const camera = scriptedCamera(rollOfPerson(person));
      let taken = 0;
      const changed = async (seen: CameraFrame): Promise<CameraFrame> => {
        if (fed !== undefined && taken++ === spoiledFrame) return { ...seen, jpeg: fed.slice() };
        if (!mirrored) return seen;
        return {
          ...seen,
          jpeg: new Uint8Array(await sharp(seen.jpeg).flop().jpeg({ quality: 90 }).toBuffer()),
        };
      };
      return {
        ...camera,
        async watch(window) {
          const frames: CameraFrame[] = [];
          for (const seen of await camera.watch(window)) frames.push(await changed(seen));
          return frames;
        },
      };
    },
  };
}
