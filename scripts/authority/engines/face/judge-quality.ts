import { QUALITY } from './bands.ts';
import type { FaceObservation, PictureObservation } from './face-observation.ts';
import type { FaceFinding } from './types.ts';

/** One sharp, well-lit face of sufficient size: what every picture must show, straight ahead or not. */
export function judgeFaceQuality({ eyeDistance, light, glare, sharpness }: FaceObservation): FaceFinding[] {
  const findings: FaceFinding[] = [];
  if (eyeDistance < QUALITY.leastEyeDistance) findings.push('face-too-small');
  if (light < QUALITY.leastLight) findings.push('too-dark');
  if (light > QUALITY.mostLight || glare > QUALITY.mostGlare) findings.push('too-bright');
  if (sharpness < QUALITY.leastSharpness) findings.push('blurred');
  return findings;
}

/** What is wrong with a single file: no image, no face or two, or the face's quality. */
export function judgePicture(observation: PictureObservation): FaceFinding[] {
  return observation.kind === 'face' ? judgeFaceQuality(observation.face) : [observation.kind];
}
