import { type FaceBox, faceIn } from './sight.ts';

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
