import { ask } from '../ask.ts';

interface Anchor {
  origin: { x: number; y: number };
  size: { width: number; height: number };
}

/** A face in the middle, or several beside each other. */
function anchors(faces: number): Anchor[] {
  const width = 0.5 / Math.max(1, faces);
  return Array.from({ length: faces }, (_, i) => ({
    origin: { x: (i + 0.5) / faces - width / 2, y: 0.22 },
    size: { width, height: 0.56 },
  }));
}

/** WeChat's `createVKSession` for faces on single pictures: it finds as many as the phone's owner says. */
export function visionApi(): Record<string, unknown> {
  const createVKSession = () => {
    const listeners = new Map<string, (found: Anchor[]) => void>();
    const find = async () => {
      const { faces } = await ask('faces');
      if (faces > 0) listeners.get('updateAnchors')?.(anchors(faces));
      else listeners.get('removeAnchors')?.([]);
    };
    return {
      on: (event: string, listener: (found: Anchor[]) => void) => void listeners.set(event, listener),
      start: (then: (problem: null) => void) => then(null),
      detectFace: () => void find(),
      destroy: () => listeners.clear(),
    };
  };
  return { createVKSession };
}
