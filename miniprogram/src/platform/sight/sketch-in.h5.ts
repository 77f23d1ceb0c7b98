import { DeviceError } from '../device-error.ts';
import { middleOf, sketchOf, sketchSize } from './sight.ts';

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
