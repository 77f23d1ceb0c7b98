import { DeviceError } from '../device-error.ts';
import { type FaceBox, faceIn, middleOf, sketchOf, sketchSize } from './sight.ts';

/** https://wicg.github.io/shape-detection-api, which few browsers have. */
interface FaceDetector {
  detect(picture: HTMLVideoElement): Promise<{ boundingBox: DOMRectReadOnly }[]>;
}
declare global {
  interface Window {
    FaceDetector?: new (options: { maxDetectedFaces: number; fastMode: boolean }) => FaceDetector;
  }
}

/** @returns looks for faces in a video and hands over those it found last; undefined where the browser cannot */
export function openFaceFinder(): ((video: HTMLVideoElement) => readonly FaceBox[] | undefined) | undefined {
  if (window.FaceDetector === undefined) return undefined;
  const detector = new window.FaceDetector({ maxDetectedFaces: 3, fastMode: true });
  let found: FaceBox[] | undefined;
  let looking = false;
  const look = async (video: HTMLVideoElement): Promise<void> => {
    looking = true;
    try {
      const size = { width: video.videoWidth, height: video.videoHeight };
      found = (await detector.detect(video)).map(({ boundingBox }) => faceIn(size, boundingBox));
    } catch {
      // Present, but without a detector underneath: nothing can be told of faces.
      found = undefined;
    } finally {
      looking = false;
    }
  };
  return (video) => {
    if (!looking) void look(video);
    return found;
  };
}

/** The sketch of what a video shows now; `canvas` is what it is drawn on. @throws DeviceError camera-missing */
export function sketchIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): Uint8Array {
  const { width, height } = sketchSize;
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new DeviceError('camera-missing');
  const middle = middleOf({ width: video.videoWidth, height: video.videoHeight });
  // Smoothing would take away the fine detail by which a blurred picture is told.
  context.imageSmoothingEnabled = false;
  context.drawImage(video, middle.left, middle.top, middle.width, middle.height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const sketch = sketchOf({ data: new Uint8Array(data.buffer), width, height });
  if (sketch === undefined) throw new DeviceError('camera-missing');
  return sketch;
}
