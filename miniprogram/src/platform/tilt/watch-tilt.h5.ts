import { type Tilt, tiltOfAngles } from './tilt-of-angles.ts';

/**
 * Calls `listener` with how the phone is held while that can be read without asking anybody; the answer ends it. Nobody who asked for
 * less motion is listened to. Where a browser wants a permission for it, nothing is told.
 */
export function watchTilt(listener: (tilt: Tilt) => void): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return () => undefined;
  const tell = tiltOfAngles(listener);
  const hear = ({ beta, gamma }: DeviceOrientationEvent): void => tell({ beta, gamma });
  addEventListener('deviceorientation', hear);
  return () => removeEventListener('deviceorientation', hear);
}
