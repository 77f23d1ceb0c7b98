/** What the phone may be asked to do (one of these per time window). */
export type FacePrompt = 'turn-left' | 'turn-right' | 'nod' | 'open-mouth';

/** One frame of a face sample, as the phone's manifest describes it. */
export interface FaceFrame {
  jpeg: Uint8Array;
  /** Milliseconds since capture began. */
  atMs: number;
  /** Index into the challenge's prompts; null = looking straight ahead. */
  prompt: number | null;
}

/** What is kept of a person's face: never a picture. */
export interface FaceReference {
  /** Mean over frontal frames and their mirror images: 128 numbers, length 1. */
  embedding: number[];
  /** How many frames went into the mean. */
  frames: number;
}

/** Everything that can be held against a sample; `FINDING_BANDS` says how heavily each weighs. */
export type FaceFinding =
  | 'unreadable'
  | 'frames-unreadable'
  | 'too-many-frames'
  | 'too-few-frames'
  | 'no-face'
  | 'two-faces'
  | 'face-too-small'
  | 'too-dark'
  | 'too-bright'
  | 'blurred'
  | 'not-frontal'
  | 'prompt-missed'
  | 'turned-other-way'
  | 'no-prompt-seen'
  | 'prompt-wrong-window'
  | 'flat-picture'
  | 'lines-beside-face'
  | 'light-hardly-changed'
  | 'light-unchanged'
  | 'too-few-unique-frames'
  | 'face-unsteady'
  | 'face-changed'
  | 'face-unsure'
  | 'other-face'
  | 'sample-seen-before';

export type FaceBand = 'pass' | 'retry' | 'fail';

/** What was measured for one prompt, in the frame that shows it best; angles in degrees, lengths per distance between the eyes. */
export interface PromptScores {
  prompt: FacePrompt;
  /** Change of yaw from the own neutral, counted positive in the direction asked. */
  yaw: number;
  pitch: number;
  /** Shift of the nose between the cheeks, counted positive in the direction asked. */
  noseShift: number;
  /** What no flat picture's movement explains of the change of shape. */
  residual: number;
  /** Opening of the mouth over its width, and how much wider than the own neutral. */
  mouth: number;
  mouthChange: number;
  /** Slope of the change of light across the face, counted positive as on a head that turns in the direction asked. */
  light: number;
  /** Likeness to the own neutral frames: of this frame, and the least in the window. */
  likeness: number;
  leastLikeness: number;
  seen: boolean;
}

/** For the error-rate script and the tests. NaN where nothing could be measured. */
export interface FaceScores {
  /** Cosine to each reference, in the order handed in. */
  similarity: number[];
  /** Least likeness of a neutral frame to the mean of the neutral frames. */
  neutralLikeness: number;
  /** Distance between the eyes over the width of the picture, mean of the neutral frames. */
  eyeDistance: number;
  /** Medians of the frames: levels of the skin, of the bright end of the scene, and share burnt out. */
  range: number;
  scene: number;
  glare: number;
  sharpness: number;
  /** How many files could not be read and were left out. */
  unreadable: number;
  /** Straight, sharp lines on both sides of the face, median of all frames (0-255). */
  sideLines: number;
  /** Distinct files over all files, and how many really different pictures there are. */
  uniqueShare: number;
  differentPictures: number;
  prompts: PromptScores[];
}

export interface FaceDecision {
  band: FaceBand;
  findings: FaceFinding[];
  scores: FaceScores;
  /** Of each frame, file and pixels: what `seen` will be asked about in later samples. */
  digests: string[];
  /** Of this sample's frontal frames: store it as enrolment when the ceremony allows. Null where there is none. */
  reference: FaceReference | null;
}

/** One sample to decide on. `references`: the ID photo and, if there is one, the enrolment. */
export interface FaceSample {
  frames: readonly FaceFrame[];
  prompts: readonly FacePrompt[];
  references: readonly FaceReference[];
  /** Whether a digest belongs to a past sample. */
  seen: (digest: string) => boolean | Promise<boolean>;
}

/** An ID photo's reference, or what is wrong with the photo. */
export type ReferenceOutcome =
  | { ok: true; reference: FaceReference }
  | { ok: false; findings: FaceFinding[] };
