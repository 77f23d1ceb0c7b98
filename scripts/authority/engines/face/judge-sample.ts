import {
  bandOf,
  FRAMES,
  LEAST_UNIQUE_SHARE,
  LIKENESS,
  MOST_SIDE_LINES,
  QUALITY,
  SIMILARITY,
} from './bands.ts';
import { cosine } from './embedding.ts';
import type { FaceObservation, PictureObservation } from './face-observation.ts';
import { countPictures } from './flat-movement.ts';
import { judgePrompts } from './judge-prompts.ts';
import { judgeWindows } from './judge-windows.ts';
import { type OwnNeutral, ownNeutral } from './own-neutral.ts';
import type { FaceDecision, FaceFinding, FaceFrame, FacePrompt, FaceReference, FaceScores } from './types.ts';

/** A sample as observed: `observations[i]` belongs to `frames[i]`, `uniqueShare` is distinct files over all files. */
export interface ObservedSample {
  frames: readonly Pick<FaceFrame, 'atMs' | 'prompt'>[];
  observations: readonly PictureObservation[];
  prompts: readonly FacePrompt[];
  references: readonly FaceReference[];
  uniqueShare: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** One sharp, well-lit face of sufficient size: what every picture must show, straight ahead or not. */
function judgeFaceQuality({ eyeDistance, light, glare, sharpness }: FaceObservation): FaceFinding[] {
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

function judgeLikeness(
  neutral: OwnNeutral,
  references: readonly FaceReference[],
  scores: FaceScores,
): FaceFinding[] {
  const findings: FaceFinding[] = [];
  scores.neutralLikeness = Math.min(
    ...neutral.faces.map((face) => cosine(neutral.embedding, face.embedding)),
  );
  if (scores.neutralLikeness < LIKENESS.neutral.fail) findings.push('face-changed');
  else if (scores.neutralLikeness < LIKENESS.neutral.pass) findings.push('face-unsteady');
  scores.similarity = references.map(({ embedding }) => cosine(embedding, neutral.embedding));
  const least = scores.similarity.length > 0 ? Math.min(...scores.similarity) : 0;
  if (least < SIMILARITY.fail) findings.push('other-face');
  else if (least < SIMILARITY.pass) findings.push('face-unsure');
  return findings;
}

/**
 * Decides on an observed sample: quality, order and content of the windows, one living face throughout, and its likeness to every
 * reference. Pure: the same observations give the same decision.
 */
export function judgeSample(sample: ObservedSample): Omit<FaceDecision, 'digests'> {
  const { frames, observations, prompts, references, uniqueShare } = sample;
  const findings = new Set<FaceFinding>(judgeWindows(frames, prompts.length));
  const add = (more: readonly FaceFinding[]): void => {
    for (const finding of more) findings.add(finding);
  };
  const facesOf = (prompt: number | null): FaceObservation[] =>
    observations.flatMap((seen, index) =>
      seen.kind === 'face' && frames[index]?.prompt === prompt ? [seen.face] : [],
    );
  const faces = observations.flatMap((seen) => (seen.kind === 'face' ? [seen.face] : []));
  for (const observation of observations) add(judgePicture(observation));
  const ahead = facesOf(null);
  const scores: FaceScores = {
    similarity: [],
    neutralLikeness: Number.NaN,
    eyeDistance: mean(ahead.map(({ eyeDistance }) => eyeDistance)),
    light: mean(faces.map(({ light }) => light)),
    sharpness: mean(faces.map(({ sharpness }) => sharpness)),
    sideLines: median(faces.map(({ sideLines }) => sideLines)),
    uniqueShare,
    differentPictures: countPictures(faces),
    prompts: [],
  };
  if (scores.sideLines >= MOST_SIDE_LINES) findings.add('lines-beside-face');
  if (uniqueShare < LEAST_UNIQUE_SHARE) findings.add('too-few-unique-frames');
  if (faces.length >= FRAMES.least && scores.differentPictures < 2) findings.add('too-few-unique-frames');
  const neutral = ownNeutral(ahead);
  if (neutral && neutral.faces.length >= FRAMES.leastNeutral) {
    add(judgeLikeness(neutral, references, scores));
    const shown = judgePrompts(
      prompts,
      neutral,
      prompts.map((_, index) => facesOf(index)),
    );
    add(shown.findings);
    scores.prompts = shown.scores;
  } else {
    findings.add(ahead.length < FRAMES.leastNeutral ? 'too-few-frames' : 'not-frontal');
  }
  const list = [...findings];
  return {
    band: bandOf(list),
    findings: list,
    scores,
    reference: neutral ? { embedding: neutral.embedding, frames: neutral.faces.length } : null,
  };
}
