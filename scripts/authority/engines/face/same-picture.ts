import { SAME_PICTURE } from './bands.ts';
import type { FaceObservation } from './face-observation.ts';
import { mouthOpening } from './face-shape.ts';
import { flatMovement } from './flat-movement.ts';

/** Two frames show one and the same still: between them the face moved at most as a flat picture does, and the mouth not at all. */
export function samePicture(a: FaceObservation, b: FaceObservation): boolean {
  if (Math.abs(mouthOpening(a.shape) - mouthOpening(b.shape)) > 0.08) return false;
  return flatMovement(a.shape, b.shape).residual <= SAME_PICTURE.mostResidual;
}

/** How many really different pictures there are among the frames. */
export function countPictures(faces: readonly FaceObservation[]): number {
  const kinds: FaceObservation[] = [];
  for (const face of faces) if (!kinds.some((known) => samePicture(known, face))) kinds.push(face);
  return kinds.length;
}
