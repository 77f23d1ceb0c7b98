import { readFileSync, writeFileSync } from 'node:fs';

/** What the camera files of `fake-devices` show, two seconds each at ten frames a second. */
const scenes = ['neutral', 'left', 'right', 'nod', 'mouth'] as const;
export type CameraScene = (typeof scenes)[number];

const framesPerScene = 20;
/** Chromium plays a fake camera at 30 frames a second whatever its own rate. */
const repeats = 3;

/** Writes a fake camera file that shows the scenes in that order. */
export function composeCamera(source: string, order: readonly CameraScene[], target: string): void {
  const frames = splitMjpeg(readFileSync(source));
  if (frames.length !== scenes.length * framesPerScene)
    throw new Error('not a camera file of the fake devices');
  const shown = order.flatMap((scene) => {
    const start = scenes.indexOf(scene) * framesPerScene;
    return frames.slice(start, start + framesPerScene);
  });
  writeFileSync(
    target,
    Buffer.concat(shown.flatMap((frame) => Array.from({ length: repeats }, () => frame))),
  );
}

/** The pictures of an MJPEG stream: each from its start marker (FF D8) to its end marker (FF D9). */
function splitMjpeg(stream: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = stream.indexOf(Buffer.from([0xff, 0xd8]), at);
    const end = stream.indexOf(Buffer.from([0xff, 0xd9]), start + 2);
    if (start < 0 || end < 0) return frames;
    frames.push(stream.subarray(start, end + 2));
    at = end + 2;
  }
}
