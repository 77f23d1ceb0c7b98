import { sights } from '../signals.ts';
import { type FaceBox, lookEvery, sketchOf } from './sight.ts';

/** A frame as `onCameraFrame` hands it over. */
export interface CameraPicture {
  data: ArrayBuffer;
  width: number;
  height: number;
}

/** The part of a camera context that shows frames; not every phone has it. */
export interface FrameSource {
  onCameraFrame?: (listener: (frame: CameraPicture) => void) => {
    start(option: object): void;
    stop(option: object): void;
  };
}

/** Looks for faces where the platform can; the answer may be that of the look before. */
export interface FaceFinder {
  find(picture: CameraPicture): readonly FaceBox[] | undefined;
  end(): void;
}

/** Looks at the camera's frames about five times a second, while somebody wants to know. @returns ends it */
export function watchFrames(source: FrameSource, now: () => number, finder?: FaceFinder): () => void {
  let last = Number.NEGATIVE_INFINITY;
  const listener = source.onCameraFrame?.((frame) => {
    if (!sights.any() || now() - last < lookEvery) return;
    last = now();
    const { width, height } = frame;
    const sketch = sketchOf({ data: new Uint8Array(frame.data), width, height });
    if (sketch === undefined) return;
    const faces = finder?.find(frame);
    sights.tell(faces === undefined ? { sketch } : { sketch, faces });
  });
  listener?.start({});
  return () => {
    listener?.stop({});
    finder?.end();
  };
}
