import { DeviceError } from './device-error.ts';
import { closeStream, openDevice } from './device-refusal.h5.ts';
import type { MountedCamera } from './mounted-camera.ts';

const wanted: MediaTrackConstraints = {
  facingMode: 'user',
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
};
const longestSide = 640;
const quality = 0.82;
const sketchSide = 24;

/** The camera seen in a video element. Frames are drawn as the camera sees them; only the screen is a mirror. */
export function previewIn(video: HTMLVideoElement): MountedCamera {
  const canvas = document.createElement('canvas');
  const small = document.createElement('canvas');
  let stream: MediaStream | undefined;
  let starting: Promise<void> | undefined;
  let wantsPicture = false;
  const open = async (): Promise<void> => {
    const opened = await openDevice('camera', { video: wanted, audio: false });
    if (!wantsPicture) return closeStream(opened);
    stream = opened;
    video.srcObject = opened;
    await video.play();
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
      draw(video, canvas, Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight, 1)));
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (blob === null) throw new DeviceError('camera-missing');
      return new Uint8Array(await blob.arrayBuffer());
    },
    sketch() {
      small.width = sketchSide;
      small.height = sketchSide;
      const context = contextOf(small);
      context.drawImage(video, 0, 0, sketchSide, sketchSide);
      const { data } = context.getImageData(0, 0, sketchSide, sketchSide);
      return Uint8Array.from({ length: sketchSide ** 2 }, (_, i) => data[4 * i + 1] ?? 0);
    },
    stop() {
      wantsPicture = false;
      closeStream(stream);
      stream = undefined;
      video.srcObject = null;
      canvas.width = 0;
      small.width = 0;
    },
  };
}

function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement, scale: number): void {
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  contextOf(canvas).drawImage(video, 0, 0, canvas.width, canvas.height);
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new DeviceError('camera-missing');
  return context;
}
