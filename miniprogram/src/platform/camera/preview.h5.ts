import * as limits from '../../../../shared/limits.ts';
import { DeviceError } from '../device-error.ts';
import { closeStream, openDevice } from '../open-device.h5.ts';
import { lookEvery } from '../sight/sight.ts';
import { openFaceFinder, sketchIn } from '../sight/sight-of-video.h5.ts';
import { interruptions, sights } from '../signals.ts';
import type { Facing, MountedCamera } from './mounted-camera.ts';
import { smallJpegs } from './small-jpeg.h5.ts';

const wanted = {
  width: { ideal: limits.frameSide },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
} as const satisfies MediaTrackConstraints;
const facingMode = { front: 'user', rear: 'environment' } as const satisfies Record<Facing, string>;

/**
 * The camera of that side, or the one that there is, seen in a video element. Frames are drawn as the camera sees them; only the screen is a mirror.
 * `onLost` is called when the camera is taken away: unplugged, or its permission withdrawn.
 */
export function previewIn(video: HTMLVideoElement, facing: Facing, onLost: () => void): MountedCamera {
  const canvas = document.createElement('canvas');
  const small = document.createElement('canvas');
  const findFaces = openFaceFinder();
  const jpegOf = smallJpegs();
  let stream: MediaStream | undefined;
  let starting: Promise<void> | undefined;
  let looking: ReturnType<typeof setInterval> | undefined;
  let wantsPicture = false;
  const look = (): void => {
    if (!sights.any() || video.videoWidth === 0) return;
    const faces = findFaces?.(video);
    const sketch = sketchIn(video, small);
    sights.tell(faces === undefined ? { sketch } : { sketch, faces });
  };
  const stop = (): void => {
    wantsPicture = false;
    clearInterval(looking);
    closeStream(stream);
    stream = undefined;
    video.srcObject = null;
    canvas.width = 0;
    small.width = 0;
  };
  const open = async (): Promise<void> => {
    const opened = await openDevice('camera', {
      video: { ...wanted, facingMode: facingMode[facing] },
      audio: false,
    });
    if (!wantsPicture) return closeStream(opened);
    stream = opened;
    for (const track of opened.getTracks()) {
      // What is stopped here does not end by itself: the event tells of the others who can.
      track.addEventListener('ended', () => {
        stop();
        onLost();
      });
      track.addEventListener('mute', () => interruptions.tell());
    }
    video.srcObject = opened;
    await video.play();
    clearInterval(looking);
    looking = setInterval(look, lookEvery);
  };
  return {
    async start() {
      wantsPicture = true;
      if (stream?.active) return;
      starting ??= open().finally(() => {
        starting = undefined;
      });
      await starting;
    },
    async shoot() {
      if (stream === undefined) throw new DeviceError('camera-missing');
      draw(video, canvas, Math.min(1, limits.frameSide / Math.max(video.videoWidth, video.videoHeight, 1)));
      return await jpegOf(canvas);
    },
    sketch: () => sketchIn(video, small),
    stop,
  };
}

function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement, scale: number): void {
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new DeviceError('camera-missing');
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
}
