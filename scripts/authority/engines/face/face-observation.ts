export type Flat = readonly [x: number, y: number];
export type Point = readonly [x: number, y: number, z: number];

/** What the worker reports of one picture with exactly one face in it. */
export interface FaceObservation {
  /** Degrees as the detector gives them: yaw < 0 is a turn to the person's own left, pitch grows with a nod. */
  yaw: number;
  pitch: number;
  /** The 468 mesh points: eyes level, origin between them, 1 = distance between their outer corners. */
  shape: Flat[];
  /** Distance between the eyes over the width of the picture. */
  eyeDistance: number;
  /** Levels from dark to bright skin (95% less 5%, of 0-255), share of the face burnt out, and detail over contrast. */
  range: number;
  glare: number;
  sharpness: number;
  /** Level (0-255) that 95% of the picture does not reach: how bright the scene is, whoever stands in it. */
  scene: number;
  /** Straight, sharp lines on both sides of the face, as the edges of a print or screen are (0-255). */
  sideLines: number;
  /** Brightness laid out flat by the mesh, TEXTURE_SIDE squared; NaN where the skin faces away. */
  texture: Float32Array;
  /** Of the face and its mirror image: 128 numbers, length 1. */
  embedding: number[];
}

/** What the worker found in one file. `pixels`: SHA-256 of the decoded picture, hex. */
export type PictureObservation =
  | { kind: 'unreadable' }
  | { kind: 'no-face'; pixels: string }
  | { kind: 'two-faces'; pixels: string }
  | { kind: 'face'; pixels: string; face: FaceObservation };

export const TEXTURE_SIDE = 64;
