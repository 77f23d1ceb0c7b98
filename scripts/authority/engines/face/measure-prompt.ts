import { SEEN } from './bands.ts';
import { cosine } from './embedding.ts';
import type { FaceObservation } from './face-observation.ts';
import { mouthOpening, nosePlace } from './face-shape.ts';
import { flatMovement } from './flat-movement.ts';
import { lightChange } from './light-change.ts';
import type { OwnNeutral } from './own-neutral.ts';
import type { FacePrompt, PromptScores } from './types.ts';

/** +1 where the measures grow as they are (a turn to the own left moves the nose to the right of the picture), -1 mirrored. */
const direction = (prompt: FacePrompt): 1 | -1 => (prompt === 'turn-right' ? -1 : 1);

export const isTurn = (prompt: FacePrompt): boolean => prompt === 'turn-left' || prompt === 'turn-right';

/** How strongly a frame shows what the prompt asked, 1 = just enough. */
function strength(prompt: FacePrompt, scores: Omit<PromptScores, 'seen' | 'light'>): number {
  if (prompt === 'nod') return scores.pitch / SEEN.nodPitch;
  if (prompt === 'open-mouth') {
    return Math.min(scores.mouth / SEEN.mouthOpening, scores.mouthChange / SEEN.mouthChange);
  }
  return Math.min(
    scores.yaw / SEEN.turnYaw,
    scores.noseShift / SEEN.turnNoseShift,
    scores.residual / SEEN.turnResidual,
  );
}

/** Light is measured against each neutral frame and averaged, for turns only. */
function lightOn(neutral: OwnNeutral, face: FaceObservation): number {
  const slopes = neutral.faces.map(({ texture }) => lightChange(texture, face.texture));
  return slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
}

/** Measures the frames of one prompt's window against the own neutral; the frame that shows the prompt best speaks. Null without a face. */
export function measurePrompt(
  prompt: FacePrompt,
  neutral: OwnNeutral,
  window: readonly FaceObservation[],
): { scores: PromptScores; best: FaceObservation } | null {
  const sign = direction(prompt);
  // The neutral frame that is nearest: on a turned head spectacles hide what the mean of all would ask for.
  const likenesses = window.map(({ embedding }) =>
    Math.max(...neutral.faces.map((face) => cosine(face.embedding, embedding))),
  );
  const frames = window.map((face, index) => {
    const mouth = mouthOpening(face.shape);
    const scores = {
      prompt,
      yaw: sign * (neutral.yaw - face.yaw),
      pitch: face.pitch - neutral.pitch,
      noseShift: sign * (nosePlace(face.shape) - neutral.nosePlace),
      residual: flatMovement(neutral.shape, face.shape).residual,
      mouth,
      mouthChange: mouth - neutral.mouth,
      likeness: likenesses[index] ?? 0,
      leastLikeness: Math.min(...likenesses),
    };
    return { face, scores, strength: strength(prompt, scores) };
  });
  const [best] = frames.sort((a, b) => b.strength - a.strength);
  if (!best) return null;
  const seen = best.strength >= 1;
  const light = isTurn(prompt) && seen ? sign * lightOn(neutral, best.face) : Number.NaN;
  return { scores: { ...best.scores, light, seen }, best: best.face };
}
