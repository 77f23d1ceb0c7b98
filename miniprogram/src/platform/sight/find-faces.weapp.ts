import { type FaceBox, faceIn } from './sight.ts';
import type { FaceFinder } from './watch-frames.ts';

/** What was found is of no use after so many milliseconds without news. */
const staleAfter = 1_500;

/**
 * WeChat's own face detection (VisionKit, base library 2.25) on single pictures.
 * @returns undefined where the phone has none
 */
export function openFaceFinder(now: () => number): FaceFinder | undefined {
  const session = openSession();
  if (session === undefined) return undefined;
  let found: FaceBox[] | undefined;
  let foundAt = 0;
  let size = { width: 1, height: 1 };
  let ready = false;
  const keep = (faces: FaceBox[]): void => {
    found = faces;
    foundAt = now();
  };
  session.on('updateAnchors', (anchors) => keep(anchors.map((anchor) => boxOf(anchor, size))));
  session.on('removeAnchors', () => keep([]));
  session.start((problem) => {
    ready = !problem;
  });
  return {
    find({ data, width, height }) {
      if (ready) {
        size = { width, height };
        session.detectFace({
          ...{ frameBuffer: data, width, height },
          ...{ scoreThreshold: 0.5, sourceType: 1, modelMode: 1 },
        });
      }
      return now() - foundAt < staleAfter ? found : undefined;
    },
    end() {
      ready = false;
      session.destroy();
    },
  };
}

function openSession(): WechatVisionSession | undefined {
  try {
    return wx.createVKSession?.({ track: { face: { mode: 2 } }, version: 'v1' });
  } catch {
    return undefined;
  }
}

/** Anchors come in shares of the picture; should they come in pixels, they are larger than 1. */
function boxOf({ origin, size }: WechatFaceAnchor, picture: { width: number; height: number }): FaceBox {
  const inPixels = size.width > 1 || size.height > 1;
  const [across, down] = inPixels ? [1, 1] : [picture.width, picture.height];
  return faceIn(picture, {
    left: origin.x * across,
    top: origin.y * down,
    width: size.width * across,
    height: size.height * down,
  });
}
