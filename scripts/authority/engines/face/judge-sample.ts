import {
  bandOf,
  FRAMES,
  LEAST_UNIQUE_SHARE,
  LIKENESS,
  MOST_SIDE_LINES,
  NEEDS_LIGHT,
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

/** One sharp face of sufficient size: what every picture must show, straight ahead or not. */
function judgeFaceQuality({ eyeDistance, sharpness }: FaceObservation): FaceFinding[] {
  const findings: FaceFinding[] = [];
  if (eyeDistance < QUALITY.leastEyeDistance) findings.push('face-too-small');
  if (sharpness < QUALITY.leastSharpness) findings.push('blurred');
  return findings;
}

/** Whether there is light enough to tell skin from skin, and not so much that it is burnt out. */
function judgeLight({ range, scene, glare }: Pick<FaceScores, 'range' | 'scene' | 'glare'>): FaceFinding[] {
  if (range < QUALITY.leastRange && scene < QUALITY.leastScene) return ['too-dark'];
  return glare > QUALITY.mostGlare ? ['too-bright'] : [];
}

/** What is wrong with a single file: no image, no face or two, or the face's quality. */
export function judgePicture(observation: PictureObservation): FaceFinding[] {
  if (observation.kind !== 'face') return [observation.kind];
  return [...judgeFaceQuality(observation.face), ...judgeLight(observation.face)];
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
  for (const observation of observations) {
    if (observation.kind === 'face') add(judgeFaceQuality(observation.face));
    else if (observation.kind !== 'unreadable') findings.add(observation.kind);
  }
  const ahead = facesOf(null);
  const scores: FaceScores = {
    similarity: [],
    neutralLikeness: Number.NaN,
    eyeDistance: mean(ahead.map(({ eyeDistance }) => eyeDistance)),
    range: median(faces.map(({ range }) => range)),
    scene: median(faces.map(({ scene }) => scene)),
    glare: median(faces.map(({ glare }) => glare)),
    sharpness: mean(faces.map(({ sharpness }) => sharpness)),
    sideLines: median(faces.map(({ sideLines }) => sideLines)),
    unreadable: observations.filter(({ kind }) => kind === 'unreadable').length,
    uniqueShare,
    differentPictures: countPictures(faces),
    prompts: [],
  };
  if (scores.unreadable > FRAMES.mostUnreadable) findings.add('frames-unreadable');
  if (faces.length > 0) add(judgeLight(scores));
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
  const badLight = findings.has('too-dark') || findings.has('too-bright');
  const list = [...findings].filter((finding) => !badLight || !NEEDS_LIGHT.includes(finding));
  return {
    band: bandOf(list),
    findings: list,
    scores,
    reference: neutral ? { embedding: neutral.embedding, frames: neutral.faces.length } : null,
  };
}
