import { NEUTRAL } from './bands.ts';
import { meanEmbedding } from './embedding.ts';
import type { FaceObservation, Flat } from './face-observation.ts';
import { meanShape, mouthOpening, nosePlace } from './face-shape.ts';

/** The person looking straight ahead, as the mean of the neutral frames: what every prompt is measured against. */
export interface OwnNeutral {
  yaw: number;
  pitch: number;
  nosePlace: number;
  mouth: number;
  shape: Flat[];
  embedding: number[];
  faces: FaceObservation[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Picks the frontal faces out of the neutral frames. Null when there is none. */
export function ownNeutral(candidates: readonly FaceObservation[]): OwnNeutral | null {
  const pitches = candidates.map(({ pitch }) => pitch).sort((a, b) => a - b);
  const median = pitches[Math.floor(pitches.length / 2)] ?? 0;
  const faces = candidates.filter(
    ({ yaw, pitch }) =>
      Math.abs(yaw) < NEUTRAL.mostYaw && Math.abs(pitch - median) < NEUTRAL.mostPitchFromMedian,
  );
  if (faces.length === 0) return null;
  return {
    yaw: mean(faces.map(({ yaw }) => yaw)),
    pitch: mean(faces.map(({ pitch }) => pitch)),
    nosePlace: mean(faces.map(({ shape }) => nosePlace(shape))),
    mouth: mean(faces.map(({ shape }) => mouthOpening(shape))),
    shape: meanShape(faces.map(({ shape }) => shape)),
    embedding: meanEmbedding(faces.map(({ embedding }) => embedding)),
    faces,
  };
}
